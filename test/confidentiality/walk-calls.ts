import type { CallTopic } from '../../src/domain/program/call-series.schema.js';
import type { Services } from '../../src/ports/services.js';
import { loadCalendar } from '../../src/usecases/calendar/load-calendar.js';
import { createCall } from '../../src/usecases/calls/create-call.js';
import { recording } from '../../src/usecases/recording.js';
import { type TestSystem, until } from '../support/system.js';
import type { Planter } from './planted-life.js';
import { ATTORNEY, sent, signedIn } from './walk-everything.js';

const SERIES = 'legal-working-group';
const DAY = 86_400_000;

export interface Calls {
  /** Takes questions now and is over in a quarter of a minute. */
  soon: string;
  /** About nothing legal, the day after tomorrow. */
  open: string;
  /** General, a day later. */
  later: string;
  /** As `open`, for what goes wrong. */
  failing: string;
  /** The day of a call that the desk itself has planned. */
  ordinaryDay: string;
}

/** Three calls that take questions, whatever day it is: their dates by name are ordinary days of the past. */
export async function planCalls({ services }: { services: Services }): Promise<Calls> {
  const calendar = await loadCalendar(services.db, services);
  const series = services.programs.current().program.callSeries.find(({ id }) => id === SERIES);
  if (!series) throw new Error('the program has no such series');
  await until(
    async () => (await services.db.callSeries.count({ where: { id: SERIES } })) === 1,
    () => 'the series, as the desk plans it',
  );
  const plan = async (date: string, topic: CallTopic, starts: number, closes: number) => {
    const id = `${SERIES}-${date}`;
    const now = services.clock.now().getTime();
    const at = (ms: number) => new Date(now + ms).toISOString();
    const times = {
      date,
      windowOpensAt: at(-DAY),
      questionsCloseAt: at(closes),
      selectUntil: at(closes),
      reminderAt: at(closes),
      flagAt: at(-14 * DAY),
      startsAt: at(starts),
      endsAt: at(starts + 1_000),
    };
    await recording(
      services,
      (rec) =>
        createCall(rec, services, {
          occurrence: { id, series: SERIES, topic, ...times, dayOff: null, flag: null },
          series,
          calendar,
          actor: 'system',
        }),
      { at: new Date(now) },
    );
    return id;
  };
  const ordinaryDay = await dayOfACall(services);
  const open = await plan('2026-01-06', 'non-legal', 2 * DAY, DAY);
  const later = await plan('2026-01-08', 'general', 3 * DAY, 2 * DAY);
  const failing = await plan('2026-01-12', 'non-legal', 4 * DAY, DAY);
  // Last: its time runs.
  return { soon: await plan('2026-01-05', 'general', 14_000, 13_000), open, later, failing, ordinaryDay };
}

/** Next week or later, and no day off yet. */
async function dayOfACall({ db, clock }: Services): Promise<string> {
  const nextWeek = new Date(clock.now().getTime() + 7 * DAY);
  let found: { id: string } | null = null;
  await until(
    async () => {
      const where = { seriesId: SERIES, dayOff: null, startsAt: { gt: nextWeek } };
      found = await db.call.findFirst({ where, orderBy: { startsAt: 'asc' } });
      return found !== null;
    },
    () => 'an ordinary call that the desk has planned',
  );
  return (found as { id: string } | null)?.id.slice(-10) ?? '';
}

/** Registrations, questions and subscriptions, by API, with what staff answer. */
export async function takingPart(plant: Planter, { soon, open, later }: Calls): Promise<void> {
  const { word, address, name, expectApi } = plant;
  const asker = (what: string) => ({
    name: name(`${what}: asker`),
    email: `ana@${word('person', `${what}: asker's address`)}.example`,
    role: 'paralegal',
    organization: `${word('person', `${what}: asker's organization`)} Legal Aid`,
  });
  const supervisor = (what: string) => ({
    name: name(`${what}: supervisor`),
    email: address(`${what}: supervisor's address`),
    role: 'attorney',
  });
  const ask = async (call: string, what: string, over: object = {}): Promise<string> => {
    const asked = await expectApi(201, 'POST', `/api/v1/calls/${call}/questions`, {
      asker: asker(what),
      supervisor: supervisor(what),
      question: `How does one tell ${word('case', `${what}: question`)}?`,
      ...over,
    });
    return asked.id;
  };
  await ask(soon, 'question of one who is there');
  await ask(soon, 'question of one who is absent');

  const unit = { ...asker('question of a unit'), email: `${word('person', 'unit: address')}@berkeley.edu` };
  const edited = await ask(open, 'question to edit', { asker: unit });
  const at = `/api/v1/calls/${open}/questions/${edited}`;
  await expectApi(200, 'PUT', at, {
    asker: asker('question edited'),
    supervisor: supervisor('question edited'),
    question: `And ${word('case', 'question edited')}?`,
  });
  await expectApi(200, 'GET', at);
  await expectApi(200, 'DELETE', at);

  const handed = await ask(later, 'question to hand over', { supervisor: null });
  const byLink = await ask(later, 'question to hand over by link', { supervisor: null });
  const reason = word('case', 'reason to cancel by API');
  await expectApi(200, 'POST', `/api/v1/calls/${later}/decisions`, { kind: 'cancel', reason });
  await expectApi(201, 'POST', `/api/v1/calls/${later}/questions/${handed}/request`, {
    supervisor: supervisor('question handed over'),
  });
  const token = await plant.tokenIn(byLink, /\/handover\/([\w-]+)/);
  await expectApi(201, 'POST', `/api/v1/handover/${token}`, {
    supervisor: supervisor('handed over by link'),
  });

  const register = async (what: string, email: string, role = 'attorney'): Promise<string> => {
    const registered = await expectApi(201, 'POST', '/api/v1/registrations', {
      series: SERIES,
      name: name(`${what}: registrant`),
      email,
      role,
      licensedIn: ['CA'],
      employer: `${word('person', `${what}: employer`)} Legal Aid`,
    });
    return registered.id;
  };
  const registration = await register('registration', `${word('person', 'registration: address')}@gmail.com`);
  for (const kind of ['deny', 'approve', 'revoke'])
    await expectApi(200, 'POST', `/api/v1/registrations/${registration}/decisions`, {
      kind,
      reason: word('case', `reason to ${kind}`),
    });
  await register('clean registration', address('clean registration: address'));
  const role = `Aide to ${word('case', 'registration: role')}`;
  await register('role nobody knows', address('role nobody knows: address'), role);

  const email = address('subscription: address');
  const subscription = { email, name: name('subscription'), emailUpdates: true };
  await expectApi(201, 'POST', '/api/v1/subscriptions', subscription);
  await expectApi(200, 'POST', '/api/v1/subscriptions/suppressions', { email, reason: 'bounce' });
}

/** The same by people with a browser, and what staff type about a call. */
export async function byHandAboutCalls(plant: Planter, { open }: Calls, db: Services['db']): Promise<void> {
  const { word, name } = plant;
  const browser = await signedIn(plant, plant.address('calls page: address'));
  await sent(browser, `/calls/register/${SERIES}`, {
    name: name('calls page: registrant'),
    role: 'attorney',
    licensedIn: 'California',
    employer: `${word('person', 'calls page: employer')} Legal Aid`,
    attest: 'yes',
  });
  const question = {
    name: name('calls page: asker'),
    role: 'paralegal',
    organization: `${word('person', 'calls page: organization')} Legal Aid`,
    'supervisor-name': name('calls page: supervisor'),
    'supervisor-email': plant.address('calls page: supervisor’s address'),
    'supervisor-role': 'attorney',
    needsLegalAnalysis: 'no',
    questionAbout: 'non-legal',
  };
  await sent(browser, `/calls/${open}/ask`, {
    ...question,
    question: `How does ${word('case', 'calls page: question')} sleep?`,
  });
  const mine = await (await browser.open('/my/calls')).text();
  const path = new RegExp(`/my/calls/${open}/questions/([0-9a-f-]{36})`).exec(mine);
  if (!path?.[1]) throw new Error('the question is not among one’s own');
  const anew = `How does ${word('case', 'calls page: question edited')} eat?`;
  await browser.open(path[0]);
  await sent(browser, path[0], { ...question, question: anew });
  const begun = await browser.send('/my/worksheets', { variant: 'sex-minor' });
  const worksheet = begun.headers.get('location')?.split('?')[0] ?? '';
  const facts = word('case', 'calls page: worksheet with a question');
  await browser.open(worksheet);
  await sent(browser, worksheet, { 'act-facts': facts, version: '1' });
  // Whatever the call of this week is about: a worksheet goes with a question about law alone.
  await db.callQuestion.update({ where: { id: path[1] }, data: { questionAbout: 'general-legal' } });
  await browser.open(`${worksheet}/attach`);
  await sent(browser, `${worksheet}/attach`, { request: path[1] });
  await browser.open(`/api/v1/calls/${open}/questions/${path[1]}/worksheet`);
  await sent(plant.visitor(), '/subscribe', {
    name: name('subscribe page'),
    email: plant.address('subscribe page: address'),
  });

  const staff = await signedIn(plant, ATTORNEY);
  const room = `/staff/calls/${open}`;
  await sent(staff, `${room}/decide/link`, {
    link: `https://zoom.example/j/${word('case', 'way in')}`,
  });
  await sent(staff, `${room}/questions/${path[1]}`, {
    action: 'organization',
    organization: `${word('person', 'organization corrected')} Legal Aid`,
  });
  await plant.expectApi(200, 'POST', `/api/v1/calls/${open}/questions/${path[1]}/organization`, {
    name: `${word('person', 'organization corrected by API')} Legal Aid`,
  });
  for (const page of ['', '/questions?text=shown', '/agenda', '/live']) await staff.open(room + page);
  const registrations = await (await staff.open('/staff/registrations?status=approved')).text();
  const registration = /\/staff\/registrations\/[0-9a-f-]{36}/.exec(registrations)?.[0];
  if (!registration) throw new Error('staff see no registration');
  const seen = /name="seen" value="(\d+)"/.exec(await (await staff.open(registration)).text())?.[1] ?? '';
  await sent(staff, registration, { kind: 'revoke', reason: word('case', 'page: reason to revoke'), seen });
  await sent(staff, `${room}/decide/cancel`, { reason: word('case', 'page: reason to cancel') });
  await browser.open('/my/calls');
}

/** The call that was to be over by now: who was there, by hand, by report, on the page; then its recap. */
export async function afterTheCall(plant: Planter, { soon }: Calls, system: TestSystem): Promise<void> {
  const { word, name, address, expectApi } = plant;
  const { services } = await system.wired();
  await until(
    async () => (await services.db.call.count({ where: { id: soon, status: 'held' } })) === 1,
    () => 'the call is over',
  );
  const { startsAt, endsAt } = await services.db.call.findUniqueOrThrow({ where: { id: soon } });
  const times = { joinedAt: startsAt.toISOString(), leftAt: endsAt.toISOString() };
  const there = await services.db.callQuestion.findFirstOrThrow({ where: { callId: soon } });
  const attendance = `/api/v1/calls/${soon}/attendance`;
  const report = [
    'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest',
    `${name('report: name')},${address('report: address')},2026-01-05 12:01:33,2026-01-05 12:59:00,58,No`,
  ];
  await plant.sendReport(attendance, report.join('\r\n'));
  const staff = await signedIn(plant, ATTORNEY);
  await sent(staff, `/staff/calls/${soon}/attendance`, { others: address('attendance page: address') });
  await expectApi(200, 'POST', attendance, [
    { name: there.askerName, email: there.askerEmail, ...times },
    {
      name: name('attendance: name'),
      email: address('attendance: address'),
      registrantId: word('person', 'attendance: registrant'),
      ...times,
    },
  ]);
  const recap = `/staff/calls/${soon}/decide/recap`;
  const warned = await staff.send(recap, { body: `A123456789 asked of ${word('case', 'page: recap')}.` });
  if (warned.status !== 422) throw new Error(`an identifier in a recap answered ${warned.status}`);
  const body = `We spoke of ${word('case', 'recap')}.`;
  await expectApi(200, 'POST', `/api/v1/calls/${soon}/decisions`, { kind: 'publish-recap', body });
  for (const page of [`/staff/calls/${soon}`, `/calls/${soon}`]) await staff.open(page);
}
