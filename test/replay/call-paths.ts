import { randomUUID } from 'node:crypto';
import type { BulkMail } from '../../src/domain/calls/bulk-mail.js';
import { callSeriesWorkflowId, callWorkflowId } from '../../src/domain/calls/workflow-id.js';
import { batchIdOf, startBulkMail } from '../../src/usecases/calls/bulk-mail.js';
import { ensureSeries } from '../../src/usecases/calls/ensure-series.js';
import { recording } from '../../src/usecases/recording.js';
import { continueEarly } from '../support/continue-early.js';
import type { TestDesk } from '../support/desk.js';
import type { SmtpSink } from '../support/smtp-sink.js';
import { attends, goodAsker, listenTo } from '../workflows/call-people.js';

const LWG = 'legal-working-group';
const REGISTRANTS = 40;

/** Every path a call and a series can take, from January 3, 2056. Answers name → workflow id. */
export async function walkCallPaths(desk: TestDesk, sink: SmtpSink): Promise<Map<string, string>> {
  const walked = new Map<string, string>();
  const call = (path: string, id: string) => {
    walked.set(path, callWorkflowId(id));
    return id;
  };
  const must = async (method: string, path: string, body: unknown) => {
    const answer = await desk.api(method, `/api/v1${path}`, { body });
    if (answer.status >= 300)
      throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const decide = (id: string, body: object) => must('POST', `/calls/${id}/decisions`, body);
  const ask = (id: string, n: number, more: object = {}) =>
    must('POST', `/calls/${id}/questions`, {
      asker: goodAsker(n),
      question: `How would you begin with ${randomUUID()}?`,
      ...more,
    });
  const to = (instant: string) => desk.advance({ to: instant });

  for (let n = 0; n < REGISTRANTS; n += 1) {
    const { name, email, role, organization } = goodAsker(n);
    await must('POST', '/registrations', {
      series: LWG,
      name,
      email,
      role,
      licensedIn: ['CA'],
      employer: organization,
    });
    await listenTo(desk, email);
  }

  call('call-first-wednesday-without-questions', `${LWG}-2056-01-05`);
  call('call-quiet', `${LWG}-2056-01-12`);
  call('call-non-legal', `${LWG}-2056-01-19`);
  call('call-on-a-day-off', `${LWG}-2056-01-26`);
  await must('POST', '/closures', { date: '2056-01-26', name: 'Retreat' });
  const known = call('call-attendance-by-fact', 'social-services-2056-01-27');
  const held = call('call-first-wednesday-held', `${LWG}-2056-02-02`);
  const moved = call('call-moved', `${LWG}-2056-02-09`);
  const confirmed = call('call-on-a-day-off-confirmed', `${LWG}-2056-02-16`);
  await must('POST', '/closures', { date: '2056-02-16', name: 'Move' });
  const cancelled = call('call-cancelled-by-staff', `${LWG}-2056-02-23`);

  await seriesDecisions(desk, must);
  walked.set('series-changed-by-staff', callSeriesWorkflowId(LWG));
  walked.set('series-monthly', callSeriesWorkflowId('social-services'));

  await to('2056-01-27T13:30:00-08:00');
  await signalAttendance(desk, known);
  await to('2056-01-31T10:00:00-08:00');
  const { email } = goodAsker(0);
  await must('POST', '/completions', {
    email,
    courseId: 'emp-analysis-workshop',
    passed: true,
    score: 1,
    completedAt: '2056-01-05T12:00:00Z',
    source: 'lms',
    sourceId: randomUUID(),
  });
  await ask(held, 0, { empWorksheetCompleted: true });
  await to('2056-02-02T13:30:00-08:00');
  await must('POST', `/calls/${held}/attendance`, [attends(goodAsker(1).email, held)]);
  await decide(held, { kind: 'publish-recap', body: 'What we learned.' });

  await decide(confirmed, { kind: 'confirm' });
  await to('2056-02-07T10:00:00-08:00');
  await decide(moved, { kind: 'reschedule', startsAt: '2056-02-10T20:00:00.000Z' });
  await to('2056-02-18T10:00:00-08:00');
  await ask(cancelled, 2, { convertIfUnselected: true });
  await decide(cancelled, { kind: 'cancel', reason: 'Ill.' });

  // For the count: three questions or ten, forty registrants, everything staff do.
  for (const [path, date, questions] of [
    ['call-with-3-questions', '2056-03-08', 3],
    ['call-with-10-questions', '2056-03-22', 10],
  ] as const) {
    const id = call(path, `${LWG}-${date}`);
    await to(`${date.slice(0, 8)}${String(Number(date.slice(8)) - 2).padStart(2, '0')}T10:00:00-08:00`);
    const first = await ask(id, 0, { convertIfUnselected: true });
    for (let n = 1; n < questions; n += 1) await ask(id, n, { convertIfUnselected: n > 5 });
    await decide(id, { kind: 'select', questionIds: [first.id] });
    await to(`${date}T13:30:00-08:00`);
    await must('POST', `/calls/${id}/attendance`, [attends(goodAsker(1).email, id)]);
    await decide(id, { kind: 'publish-recap', body: 'What we learned.' });
  }
  await to('2056-04-14T12:00:00-07:00');
  await bulkMails(desk, sink, walked, held);
  return walked;
}

type Must = (method: string, path: string, body: unknown) => Promise<unknown>;

async function seriesDecisions(desk: TestDesk, must: Must): Promise<void> {
  const series = (body: object) => must('POST', `/series/${LWG}/decisions`, body);
  await series({ kind: 'skip', date: '2056-03-29' });
  await series({ kind: 'extra', date: '2056-01-14', topic: 'general' });
  await series({ kind: 'pause' });
  await desk.advance({ to: '2056-01-10T12:00:00-08:00' });
  await series({ kind: 'resume' });
}

/** As the desk tells a call of what Zoom reports. */
async function signalAttendance(desk: TestDesk, callId: string): Promise<void> {
  const { services } = desk.wired;
  const at = services.clock.now();
  const fact = { v: 1, kind: 'attendance-known', at: at.toISOString() } as const;
  await recording(services, async (rec) => {
    const { tx } = rec;
    const workflowId = callWorkflowId(callId);
    await tx.call.update({ where: { id: callId }, data: { attendanceKnownAt: at } });
    rec.outbox.signal('callFact', workflowId, fact);
  });
}

/** One batch that is sent, and one of which a mail is never taken. */
async function bulkMails(
  desk: TestDesk,
  sink: SmtpSink,
  walked: Map<string, string>,
  callId: string,
): Promise<void> {
  const { services } = desk.wired;
  const { db } = services;
  const begin = async (path: string, occasion: string) => {
    const bulk: BulkMail = { kind: 'call-recap', occasion };
    await recording(services, (rec) => startBulkMail(rec, { callId, bulk }));
    walked.set(path, `bulk-mail/${batchIdOf(callId, bulk)}`);
    return batchIdOf(callId, bulk);
  };
  await begin('bulk-mail-sent', 'once-more');
  await desk.advance({ by: 'PT1M' });

  sink.setFault({ kind: 'refuse', at: 'rcpt', code: 451 }, goodAsker(0).email);
  const batchId = await begin('bulk-mail-given-up', 'refused');
  for (let tried = 0; ; ) {
    const row = await settled(tried);
    if (row.status === 'failed') return;
    tried = row.attempts;
    // To the next attempt and no further: simulated time does not wait for a running one.
    await desk.server.sleep(Math.min(2_000 * 1.3 ** (tried - 1), 60_000) + 100);
  }

  async function settled(tried: number) {
    for (let looked = 0; looked < 3_000; looked += 1) {
      const row = await db.message.findFirst({ where: { batchId, to: { has: goodAsker(0).email } } });
      const over = row && row.status !== 'sending' && (row.attempts > tried || row.status !== 'queued');
      if (row && over) return row;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('no attempt was made to deliver a mail');
  }
}

/** A series that continues as new, some of it right under staff's decisions. The desk was started without series. */
export async function walkLongSeries(desk: TestDesk): Promise<Map<string, string>> {
  await continueEarly(desk.wired.services.db, 26, 'callSeries');
  await ensureSeries(desk.wired.services);
  await desk.advance({ by: 'PT1M' });
  for (const day of ['14', '21', '28']) {
    const body = { kind: 'extra', date: `2056-01-${day}`, topic: 'general' };
    const { status } = await desk.api('POST', `/api/v1/series/${LWG}/decisions`, { body });
    if (status !== 200) throw new Error(`extra answered ${status}`);
    await desk.advance({ by: 'P7D' });
  }
  return new Map([['series-continued-as-new', callSeriesWorkflowId(LWG)]]);
}
