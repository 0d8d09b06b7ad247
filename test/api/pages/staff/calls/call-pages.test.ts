import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { PresenceFact } from '../../../../../src/ports/meetings.js';
import { recording } from '../../../../../src/usecases/recording.js';
import { takeZoomFact } from '../../../../../src/usecases/webhooks/take-zoom-fact.js';
import { sendWhiteSpace } from '../../../../support/white-space.js';
import { hiddenOf, type StaffSite, type StaffUser, summaryOf } from '../staff-site.js';
import { ask, CLOSED, GENERAL, NON_LEGAL, register, startCallWorld } from './call-world.js';

/** Over the real desk: what staff do with a call, week by week. */
let site: StaffSite;
let ana: StaffUser;
const room = `/staff/calls/${NON_LEGAL}`;

beforeAll(async () => {
  site = await startCallWorld();
  ana = await site.person('Ana Attorney', 'coordinator');
}, 120_000);
afterAll(() => site?.close());

async function send(path: string, form: Record<string, string> | URLSearchParams, as = ana) {
  const hidden = hiddenOf((await site.get(as, path)).html);
  const body = form instanceof URLSearchParams ? form : new URLSearchParams(form);
  for (const [name, value] of Object.entries(hidden)) if (!body.has(name)) body.set(name, value);
  return site.post(as, path, body);
}

const pageAt = async (path: string) => (await site.get(ana, path)).html;

const eventsOf = (callId: string, type: string) =>
  site.desk.wired.services.db.processEvent.count({ where: { workflowId: `call/${callId}`, type } });

describe('who may see them', () => {
  test.each(['/staff/calls', room, `${room}/questions`, '/staff/registrations'])(
    '%s leads strangers to signing in',
    async (path) => {
      const page = await site.get({ kind: 'public' }, path);
      expect([page.status, page.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
    },
  );

  test('a requester is refused, and a call that does not exist is not there', async () => {
    const person = { kind: 'person' as const, id: 'p1', name: 'Pat', email: 'pat@x.example' };
    expect((await site.get(person, room)).status).toBe(403);
    expect((await site.get(ana, '/staff/calls/legal-working-group-2058-01-02')).status).toBe(404);
    expect((await site.get(ana, `${room}/decide/burn`)).status).toBe(404);
  });
});

describe('the series board', () => {
  test('shows coming calls with topic, questions and what is next, and flags a closure', async () => {
    const { html } = await site.get(ana, '/staff/calls');
    expect(html).toContain('Wednesday, November 17, 2055, 12:00 PM PT / 3:00 PM ET');
    expect(html).toContain('0 asked, 6 places');
    expect(html).toContain('On Staff retreat');
    expect(html).toContain('Confirm, move or cancel it');
    // Marked in its own week: before, there is time.
    expect(html).toContain('No join link');
    expect((await site.get(ana, room)).html).toContain('No join link yet.');
    expect((await site.get(ana, `/staff/calls/${CLOSED}`)).html).toContain(
      'Unless somebody confirms it, it is cancelled by itself on Wednesday, November 17, 2055, 1:00 PM PT',
    );
  });

  test('what a closure does to calls is named before it is entered, and before it is removed', async () => {
    const director = await site.person('Dora Director', 'director');
    const closure = { 'date-month': '12', 'date-day': '8', 'date-year': '2055', name: 'Storm' };
    const preview = await site.post(director, '/staff/closures/preview', closure);
    expect(preview.html).toMatch(
      /Wednesday, December 8, 2055.*<\/a>: cancelled by itself on Wednesday, December 1, 2055, 1:00 PM PT/,
    );
    const { call } = site.desk.wired.services.db;
    const { status, cancelReason } = await call.findUniqueOrThrow({ where: { id: CLOSED } });
    await call.update({ where: { id: CLOSED }, data: { status: 'cancelled', cancelReason: 'day-off' } });
    const removal = await site.get(director, '/staff/closures/2055-11-24/remove');
    await call.update({ where: { id: CLOSED }, data: { status, cancelReason } });
    expect(removal.html).toMatch(/They stay cancelled:[\s\S]*Wednesday, November 24, 2055/);
  });

  test('an extra call is planned once, however often the form is sent', async () => {
    const path = '/staff/calls/series/social-services';
    const page = await site.get(ana, path);
    const form = {
      ...hiddenOf(page.html),
      kind: 'extra',
      'extra-month': '12',
      'extra-day': '7',
      'extra-year': '2055',
      topic: 'social-services',
    };
    const answers = await Promise.all([site.post(ana, path, form), site.post(ana, path, form)]);
    expect(answers.map(({ location }) => location)).toContain(`${path}?done=extra`);
    expect((await site.get(ana, '/staff/calls')).html).toContain('Tuesday, December 7, 2055');
    const planned = { workflowId: 'call-series/social-services', type: 'extra-planned' };
    expect(await site.desk.wired.services.db.processEvent.count({ where: planned })).toBe(1);
  });

  test('a date without a call is refused and stays typed', async () => {
    const form = { kind: 'skip', 'skip-month': '3', 'skip-day': '2', 'skip-year': '2056' };
    const page = await send('/staff/calls/series/social-services', form);
    expect([page.status, summaryOf(page.html)]).toEqual([422, ['The series has no call on this day.']]);
    expect(page.html).toMatch(/name="skip-year"[^>]*value="2056"/);
  });

  test('a series is paused and resumed', async () => {
    const path = '/staff/calls/series/social-services';
    expect((await send(path, { kind: 'pause' })).location).toBe(`${path}?done=pause`);
    expect((await site.get(ana, '/staff/calls')).html).toContain('Paused: no further calls are planned.');
    expect((await send(path, { kind: 'resume' })).location).toBe(`${path}?done=resume`);
  });
});

describe('registrations', () => {
  let id: string;
  test('one from a personal address waits, with its reason in words', async () => {
    await register(site);
    id = await register(site, { email: 'pat.lee@gmail.com', name: 'Pat Lee' });
    const list = await site.get(ana, '/staff/registrations');
    expect(list.html).toContain('Pat Lee');
    expect(list.html).toContain('The address is a personal one, not a work address.');
    expect(list.html).toContain('Approved so far: Legal Working Group 1');
    // Seen where everybody on staff begins.
    const queue = await site.get(ana, '/staff');
    expect(queue.html).toContain('1 registration for the calls to decide about');
    expect(queue.html).not.toContain('Nothing is waiting for you.');
  });

  test('denying needs a reason; what was chosen stays', async () => {
    const page = await send(`/staff/registrations/${id}`, { kind: 'deny', reason: '' });
    expect([page.status, summaryOf(page.html)]).toEqual([422, ['Say why.']]);
    expect(page.html).toMatch(/value="deny" checked/);
  });

  test('a double click decides once; somebody else’s page is stale afterwards', async () => {
    const path = `/staff/registrations/${id}`;
    const form = { ...hiddenOf((await site.get(ana, path)).html), kind: 'approve', reason: 'Known to us.' };
    const answers = await Promise.all([site.post(ana, path, form), site.post(ana, path, form)]);
    expect(answers.map(({ location }) => location)).toEqual([
      '/staff/registrations?done=approve',
      '/staff/registrations?done=approve',
    ]);
    const mails = { aboutId: id, kind: 'registration-approved' };
    expect(await site.desk.wired.services.db.message.count({ where: mails })).toBe(1);
    const late = await site.post(ana, path, { ...form, kind: 'deny', reason: 'Too late' });
    expect(late.status).toBe(412);
    expect(late.html).toContain('Too late');
  });

  test('its history tells who decided, and it can be revoked', async () => {
    const { html } = await site.get(ana, `/staff/registrations/${id}`);
    expect(html).toContain('Ana Attorney');
    expect(html).toContain('Mail: Registration received');
    const revoked = await send(`/staff/registrations/${id}`, { kind: 'revoke', reason: 'Left the office.' });
    expect(revoked.location).toBe('/staff/registrations?done=revoke');
    const after = await site.get(ana, `/staff/registrations/${id}`);
    for (const line of [
      'Registered; waits for a person',
      'To look at: The address is a personal one',
      'Known to us.',
      'Left the office.',
    ]) {
      expect(after.html).toContain(line);
    }
    expect(after.html.match(/Ana Attorney/g)).toHaveLength(2);
    expect(after.html).toContain('not asked');
  });
});

describe('the selection board', () => {
  const ids: string[] = [];
  test('lists questions in order; their words stay shut until opened, and opening is logged', async () => {
    for (let n = 0; n < 7; n += 1)
      ids.push(await ask(site, NON_LEGAL, { question: `Words of question ${n}` }));
    const board = await site.get(ana, `${room}/questions`);
    expect(board.html).toContain('0 of 6 places taken.');
    expect(board.html).toContain('Time left until free places are filled automatically: 4 days');
    expect(board.html).not.toContain('Words of question');
    const open = await site.get(ana, `${room}/questions?text=shown`);
    expect(open.html).toContain('Words of question 6');
    const { db } = site.desk.wired.services;
    expect(await db.caseAccess.count({ where: { requestId: { in: ids }, what: 'question' } })).toBe(7);
  });

  test('more than there are places is refused and stays checked', async () => {
    const page = await send(`${room}/questions`, new URLSearchParams(ids.map((id) => ['question', id])));
    expect([page.status, summaryOf(page.html)]).toEqual([
      422,
      ['Choose at most 6 questions. Take the check marks off some.'],
    ]);
    expect(page.html.match(/ checked/g)).toHaveLength(7);
  });

  test('a double click chooses once', async () => {
    const path = `${room}/questions`;
    const form = new URLSearchParams(hiddenOf((await site.get(ana, path)).html));
    for (const id of ids.slice(1, 3)) form.append('question', id);
    const answers = await Promise.all([site.post(ana, path, form), site.post(ana, path, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await eventsOf(NON_LEGAL, 'selected')).toBe(1);
    expect((await site.get(ana, path)).html).toContain('2 of 6 places taken.');
  });

  test.each([
    ['at an address of its own', 'ida@a-office.example', undefined, 'Everybody at a-office.example'],
    ['with a record known there', 'ida@b-office.example', 'South Office', 'South Office'],
    ['at a university', 'ida@law.berkeley.edu', 'The Clinic', '“clinic” at berkeley.edu, by the unit named'],
    ['there, without a unit', 'ivo@law.berkeley.edu', undefined, 'No organization: no other question'],
    ['at a personal address', 'ida@gmail.com', 'Ida Law, P.C.', '“ida law”, by the name given'],
  ])('says which organization a question counts for: %s', async (_where, email, organization, expected) => {
    const id = await ask(site, NON_LEGAL, { asker: { name: 'Ida', email, role: 'attorney', organization } });
    const [, after = ''] = (await site.get(ana, `${room}/questions/${id}`)).html.split('Counts for');
    expect(after.slice(0, 200)).toContain(expected);
    const { db } = site.desk.wired.services;
    await db.callQuestion.delete({ where: { id } });
  });

  test('a corrected organization that has a question already is refused', async () => {
    const path = `${room}/questions/${ids[3]}`;
    const { db } = site.desk.wired.services;
    const other = await db.callQuestion.findUniqueOrThrow({ where: { id: ids[4] } });
    const taken = await send(path, { action: 'organization', organization: String(other.organizationName) });
    expect(taken.status).toBe(409);
    expect(taken.html).toContain(String(other.organizationName));
    const done = await send(path, { action: 'organization', organization: 'North Clinic' });
    expect(done.location).toBe(`${path}?done=organization`);
    expect((await site.get(ana, path)).html.match(/North Clinic/g)?.length).toBeGreaterThan(2);
  });

  test('a legal question moves with consent only, once, keeps its date, and the asker is told', async () => {
    const path = `${room}/questions/${ids[6]}`;
    const without = await send(path, { action: 'move', to: GENERAL, legal: 'yes' });
    expect(summaryOf(without.html)).toEqual(['Ask the asker first, then check that they agreed.']);
    const asked = await send(path, { action: 'propose', to: GENERAL, legal: 'yes' });
    expect(asked.location).toBe(`${path}?done=propose`);
    expect((await site.get(ana, path)).html).toContain('The asker was asked whether it may move');
    expect((await site.get(ana, `${room}/questions`)).html).toContain('Asked to move: not for this call');
    const form = {
      ...hiddenOf((await site.get(ana, path)).html),
      action: 'move',
      to: GENERAL,
      legal: 'yes',
      consent: 'yes',
    };
    const answers = await Promise.all([site.post(ana, path, form), site.post(ana, path, form)]);
    expect(answers.map(({ location }) => location)).toEqual(Array(2).fill(`${room}/questions?done=move`));
    const { db } = site.desk.wired.services;
    const [before, after] = [
      await db.callQuestion.findUniqueOrThrow({ where: { id: ids[6] } }),
      await db.callQuestion.findMany({ where: { callId: GENERAL } }),
    ];
    expect(before.status).toBe('moved');
    expect(after.map(({ askedAt, needsLegalAnalysis }) => [askedAt, needsLegalAnalysis])).toEqual([
      [before.askedAt, true],
    ]);
    expect(await db.message.count({ where: { kind: 'question-moved' } })).toBe(1);
    const moved = await site.get(ana, `/staff/calls/${GENERAL}/questions/${after[0]?.id}`);
    expect(moved.html).toContain('Words of question 6');
  });

  test('the agenda names no asker', async () => {
    const { html } = await site.get(ana, `${room}/agenda`);
    expect(html).toContain('Words of question 1');
    expect(html).not.toContain('Ada');
  });
});

describe('the live view', () => {
  const live = `${room}/live`;
  const selected = () =>
    site.desk.wired.services.db.callQuestion.findMany({ where: { callId: NON_LEGAL, status: 'selected' } });
  const onNow = (html: string) => /<h2[^>]*id="on">([^<]*)</.exec(html)?.[1];
  const openings = (id: string) =>
    site.desk.wired.services.db.caseAccess.count({ where: { requestId: id, actor: `user:${ana.id}` } });

  test('a question that is put on is the one that everybody sees, without its asker', async () => {
    expect(onNow((await site.get(ana, live)).html)).toBe('No question is on');
    const bob = await site.person('Bob Facilitator', 'reviewer');
    const [first] = await selected();
    const before = await openings(first?.id ?? '');
    const put = await send(live, { question: first?.id ?? '' });
    expect([put.status, put.location]).toEqual([303, live]);
    for (const who of [ana, bob, ana, ana]) {
      const { html } = await site.get(who, live);
      expect(onNow(html)).toMatch(/^On now: question [12] of 2$/);
      expect(html).toContain('Words of question');
      expect(html).not.toContain('Ada');
    }
    // Refreshed all through the call, it is one look.
    expect((await openings(first?.id ?? '')) - before).toBeLessThanOrEqual(1);
    await send(live, { question: '' });
    expect(onNow((await site.get(ana, live)).html)).toBe('No question is on');
  });

  test('one that is not selected can’t be put on', async () => {
    const { db } = site.desk.wired.services;
    const other = await db.callQuestion.findFirstOrThrow({
      where: { callId: NON_LEGAL, status: { not: 'selected' } },
    });
    for (const question of [other.id, 'none']) {
      const refused = await send(live, { question });
      const words = ['This question is not selected any more. Choose another.'];
      expect([refused.status, summaryOf(refused.html)]).toEqual([404, words]);
    }
  });

  test('who is in is told by Zoom: the asker by their address, a stranger by name, nobody who left', async () => {
    const { services } = site.desk.wired;
    expect((await site.get(ana, live)).html).toContain('look at the meeting itself');
    const call = await services.db.call.update({ where: { id: NON_LEGAL }, data: { zoomMeetingId: '81' } });
    const take = takeZoomFact(services);
    const hear = async (kind: PresenceFact['kind'], minutes: number, who: Partial<PresenceFact>) => {
      const at = new Date(call.startsAt.getTime() + minutes * 60_000).toISOString();
      const of = { meetingId: '81', meetingUuid: 'u==', registrantId: null, email: null, name: '' };
      const fact = { ...of, ...who, kind, at, participantId: who.participantId ?? '' };
      await recording(services, (rec) => take(rec, fact));
    };
    const [first, second] = await selected();
    await send(live, { question: first?.id ?? '' });
    await hear('participant-joined', 1, { participantId: 'p1', email: second?.askerEmail, name: 'Phone 7' });
    await hear('participant-left', 5, { participantId: 'p2', name: 'Gone Again' });
    await hear('participant-joined', 2, { participantId: 'p2', name: 'Gone Again' });
    await hear('participant-joined', 3, { participantId: 'p3', name: 'A <Stranger>' });
    const { html } = await site.get(ana, live);
    expect(html).toContain('2 people are in now.');
    expect(html).toContain('The asker is not in.');
    expect(html.match(/Asker is (not )?in</g)?.sort()).toEqual(['Asker is in<', 'Asker is not in<']);
    expect(html).toContain('A &lt;Stranger&gt;');
    expect(html).not.toMatch(/Phone 7|Gone Again/);
    await services.db.call.update({ where: { id: NON_LEGAL }, data: { zoomMeetingId: null } });
  });
});

describe('the room', () => {
  test('a link that is none is refused, a good one is kept sealed', async () => {
    const path = `${room}/decide/link`;
    const wrong = await send(path, { link: 'zoom.example/j/1' });
    expect([wrong.status, summaryOf(wrong.html)]).toEqual([422, ['Enter a link that begins with https://.']]);
    expect(wrong.html).toContain('zoom.example/j/1');
    const kept = await send(path, { link: 'https://zoom.example/j/1?pwd=secret' });
    expect(kept.location).toBe(`${room}?done=link`);
    const { html } = await site.get(ana, room);
    expect(html).toContain('A join link is set.');
    expect(html).not.toContain('pwd=secret');
  });

  test('more are registered than the license takes, and something was kept: staff see both', async () => {
    const { db } = site.desk.wired.services;
    for (const name of ['kim', 'lou']) await register(site, { email: `${name}@county-legal.example` });
    const of = { seriesId: 'legal-working-group', status: 'approved' };
    const approved = await db.callRegistration.count({ where: of });
    const board = async () => (await site.get(ana, '/staff/calls')).html;
    expect(await board()).toContain(`${approved} approved registrants; the meeting holds 100.`);
    await db.call.update({
      where: { id: NON_LEGAL },
      data: { meetingCapacity: approved - 1, beingKept: ['recording'], meetingUnchecked: ['host-summary'] },
    });
    const { html } = await site.get(ana, room);
    expect(html).toContain('More people are registered than the meeting takes');
    expect(html).toContain(
      `${approved} people approved for this series. The meeting takes ${approved - 1} at once.`,
    );
    expect(html).toContain('Zoom told of a recording.');
    expect(html).toContain('Zoom does not say whether');
    expect(await board()).toContain('More are registered than can be in at once.');
    await db.call.update({
      where: { id: NON_LEGAL },
      data: { meetingCapacity: null, beingKept: [], meetingUnchecked: [] },
    });
  });

  test('a call on a closure is confirmed, then offered no more', async () => {
    const path = `/staff/calls/${CLOSED}/decide/confirm`;
    expect((await send(path, {})).location).toBe(`/staff/calls/${CLOSED}?done=confirm`);
    expect((await site.get(ana, path)).location).toBe(`/staff/calls/${CLOSED}`);
    expect((await site.get(ana, '/staff/calls')).html).toContain('Confirmed by staff');
  });

  test('a moved call says its old and new time', async () => {
    const path = `/staff/calls/${CLOSED}/decide/move`;
    const past = await send(path, { 'date-month': '11', 'date-day': '1', 'date-year': '2055', time: '9 AM' });
    expect(past.status).toBe(422);
    expect(past.html).toMatch(/value="9 AM"/);
    const form = { 'date-month': '11', 'date-day': '30', 'date-year': '2055', time: '1:00 PM' };
    expect((await send(path, form)).status).toBe(303);
    const { html } = await site.get(ana, `/staff/calls/${CLOSED}`);
    expect(html).toContain('Tuesday, November 30, 2055, 1:00 PM PT');
    expect(html).toContain('The call was moved from Wednesday, November 24, 2055, 12:00 PM PT');
  });

  test.each([
    `${CLOSED}/decide/move`,
    `${CLOSED}/decide/cancel`,
    `${CLOSED}/decide/link`,
    'series/legal-working-group',
  ])('half a megabyte of white space, typed into %s', (form) =>
    sendWhiteSpace(`/staff/calls/${form}`, {
      open: pageAt,
      send: (path, fields) => send(path, { kind: 'extra', ...fields }),
    }),
  );

  test('cancelling wants a reason, then it is done once', async () => {
    const path = `/staff/calls/${CLOSED}/decide/cancel`;
    expect(summaryOf((await send(path, { reason: '' })).html)).toEqual(['Say why the call is cancelled.']);
    const page = (await site.get(ana, path)).html;
    expect(page).toMatch(/value="other" checked/);
    const form = {
      ...hiddenOf(page),
      reason: 'Ben broke a leg.',
      publicReason: 'facilitator-unavailable',
    };
    const answers = await Promise.all([site.post(ana, path, form), site.post(ana, path, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await eventsOf(CLOSED, 'cancelled')).toBe(1);
    const { html } = await site.get(ana, `/staff/calls/${CLOSED}`);
    expect(html).toContain('Cancelled: staff decided so.');
    expect(html).toContain('Everybody is told: Nobody is available to lead it.');
    expect(html).toContain('Ben broke a leg.');
    const told = await site.desk.api('GET', `/api/v1/calls/${CLOSED}`);
    expect(told.body).toMatchObject({ cancelReason: 'staff', publicReason: 'facilitator-unavailable' });
  });

  test('a question of it that becomes a request is one timeline with it, from either page', async () => {
    const { db } = site.desk.wired.services;
    const question = await db.callQuestion.findFirstOrThrow({
      where: { callId: CLOSED, status: 'not-selected' },
    });
    const path = `/calls/${CLOSED}/questions/${question.id}`;
    const made = await site.desk.api('POST', `/api/v1${path}/request`);
    expect(made.status).toBe(201);
    const { html } = await site.get(ana, `/staff/requests/${made.body.requestId}`);
    expect(html).toContain('From a call');
    expect(html).toMatch(/Tuesday, November 30, 2055, 1:00 PM PT/);
    expect(html).toContain('Asked as a question for a call');
    expect(html).toContain(`href="/staff${path}"`);
    const back = await site.get(ana, `/staff${path}`);
    expect(back.html).toContain(`href="/staff/requests/${made.body.requestId}"`);
    expect(back.html).toContain(`${made.body.reference}, `);
    expect(back.html).toContain('It became a request');
  });
});

describe('after the call', () => {
  test('attendance is entered by hand; an address that is none is named', async () => {
    expect((await site.get(ana, `${room}/attendance`)).html).toContain('once the call has begun');
    await site.desk.advance({ to: '2055-11-17T22:00:00.000Z' });
    expect((await site.get(ana, room)).html).toContain('Not known yet. Nobody counts as absent until it is.');
    const wrong = await send(`${room}/attendance`, { others: 'zoe@x.example\nZoe' });
    expect(summaryOf(wrong.html)).toEqual(['Line 2 is not an e-mail address.']);
    expect(wrong.html).toContain('zoe@x.example');
    const done = await send(`${room}/attendance`, { others: 'zoe@x.example' });
    expect(done.location).toBe(`${room}/attendance?done=saved`);
  });

  test('Zoom’s report is uploaded; one with a bad line changes nothing', async () => {
    const path = `${room}/attendance`;
    const upload = async (lines: string[]) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(hiddenOf((await site.get(ana, path)).html))) {
        form.set(name, value);
      }
      const text = ['Name (original name),Email,Join time,Leave time', ...lines].join('\n');
      form.set('file', new Blob([text], { type: 'text/csv' }), 'report.csv');
      return site.post(ana, path, form);
    };
    const wrong = await upload(['Yan,yan@x.example,11/17/2055 12:00:00 PM,soon']);
    expect(summaryOf(wrong.html)[0]).toContain('Line 2 has a time that cannot be read.');
    const abroad = await upload(['Yan,yan@x.example,17/11/2055 12:00:00 PM,17/11/2055 12:40:00 PM']);
    expect(summaryOf(abroad.html)[0]).toContain('Line 2 has the day before the month.');
    const other = await upload(['Yan,yan@x.example,10/11/2055 12:00:00 PM,10/11/2055 12:40:00 PM']);
    expect(summaryOf(other.html)[0]).toContain('Is this the report of another call?');
    expect((await site.get(ana, path)).html).toContain('zoe@x.example');
    const done = await upload(['Yan,yan@x.example,11/17/2055 12:00:00 PM,11/17/2055 12:40:00 PM']);
    expect(done.location).toBe(`${path}?done=saved`);
    const { html } = await site.get(ana, path);
    expect(html).toContain('Zoom’s report');
    expect(html).toContain('yan@x.example');
  });

  test.each(['attendance', 'decide/recap'])('half a megabyte of white space, typed into %s', (form) =>
    sendWhiteSpace(`${room}/${form}`, { open: pageAt, send }),
  );

  test('an unclear name is told apart by a person', async () => {
    const { db } = site.desk.wired.services;
    const start = '2055-11-17T20:00:00.000Z';
    const rows = [{ name: 'Ada Attorney', joinedAt: start, leftAt: '2055-11-17T21:00:00.000Z' }];
    await site.desk.api('POST', `/api/v1/calls/${NON_LEGAL}/attendance`, { body: rows });
    const page = await site.get(ana, `${room}/attendance`);
    expect(page.html).toContain('Who was “Ada Attorney”?');
    const unclear = await db.callAttendance.findFirstOrThrow({
      where: { callId: NON_LEGAL, ambiguous: true },
    });
    const path = `${room}/attendance/${unclear.id}`;
    const hidden = hiddenOf(page.html);
    const none = await site.post(ana, path, hidden);
    expect([none.status, summaryOf(none.html)]).toEqual([422, ['Choose who it was.']]);
    const who = /name="who-[^"]+" type="radio" value="([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? '';
    const told = { ...hidden, [`who-${unclear.id}`]: who };
    // The process can't be told now: what was said stands, and saying it again tells the process.
    const heard = () => db.processEvent.count({ where: { workflowId: `call/${NON_LEGAL}` } });
    const before = await heard();
    const away = jest.spyOn(site.desk.wired.services.processes, 'decide');
    away.mockResolvedValue({ outcome: 'unavailable' });
    expect((await site.post(ana, path, told)).status).toBe(503);
    away.mockRestore();
    expect(await heard()).toBe(before);
    const done = await site.post(ana, path, told);
    expect(done.location).toBe(`${room}/attendance?done=decided`);
    expect(await heard()).toBe(before + 1);
    expect((await db.callAttendance.findUniqueOrThrow({ where: { id: unclear.id } })).personId).toBe(who);
    const { name } = await db.person.findUniqueOrThrow({ where: { id: who } });
    const list = (await site.get(ana, `${room}/attendance`)).html.split('id="list"')[1] ?? '';
    expect(list).toContain(name);
    expect(list).toContain(name === 'Ada Attorney' ? name : 'on the call: Ada Attorney');
    const absent = await db.message.findFirstOrThrow({ where: { kind: 'asked-but-absent' } });
    const id = absent.effectKey?.split('#')[1] ?? '';
    const { personId } = await db.callQuestion.findUniqueOrThrow({ where: { id } });
    // Nobody was found at first; this one may be who it turned out to be.
    const missed = (await site.get(ana, `${room}/questions/${id}`)).html;
    expect(missed).toContain(`its asker was ${personId === who ? 'on' : 'not found on'} the call`);
    expect(missed).toContain('Its asker was told that they were not found on the call');
  });

  test('saving the page as it is loses nobody; a page opened before somebody else’s change says so', async () => {
    const { db } = site.desk.wired.services;
    const path = `${room}/attendance`;
    const start = '2055-11-17T20:00:00.000Z';
    const rows = ['Ada Attorney', '1310555****'].map((name, index) => ({
      ...{ name, joinedAt: start, leftAt: `2055-11-17T20:1${index}:00.000Z` },
    }));
    await site.desk.api('POST', `/api/v1/calls/${NON_LEGAL}/attendance`, { body: rows });
    const known = () => db.callAttendance.findMany({ where: { callId: NON_LEGAL }, orderBy: { id: 'asc' } });
    const before = await known();
    const page = await site.get(ana, path);
    const typed = (html: string) => ({
      ...hiddenOf(html.slice(html.indexOf('id="hand"'))),
      others: /<textarea[^>]*name="others"[^>]*>([^<]*)</.exec(html)?.[1] ?? '',
    });
    const as = typed(page.html);
    expect(as.others.split('\n').sort()).toEqual(['1310555****', 'Ada Attorney']);
    const saved = await site.post(ana, path, as);
    expect([saved.location, await known()]).toEqual([`${path}?done=saved`, before]);
    await site.desk.api('POST', `/api/v1/calls/${NON_LEGAL}/attendance`, {
      body: [...rows, { email: 'late@x.example', name: 'Late', joinedAt: start, leftAt: null }],
    });
    const stale = await site.post(ana, path, { ...as, others: `${as.others}\nnew@x.example` });
    expect([stale.status, summaryOf(stale.html)[0]]).toEqual([409, expect.stringContaining('has changed')]);
    expect(typed(stale.html).others.split('\n')).toEqual(
      expect.arrayContaining(['late@x.example', 'new@x.example', '1310555****']),
    );
    expect(await known()).toHaveLength(3);
    await site.desk.api('POST', `/api/v1/calls/${NON_LEGAL}/attendance`, { body: rows.slice(0, 1) });
  });

  test('a recap that may name somebody is held back until staff say it does not', async () => {
    const path = `${room}/decide/recap`;
    const body = 'Themes: trauma-informed interviews. Client Maria Lopez came up.';
    const held = await send(path, { body });
    expect(held.status).toBe(422);
    expect(held.html).toContain('Take these out, or confirm below that they identify nobody.');
    expect(held.html).toContain('Maria Lopez came up.');
    const done = await send(path, { body, checked: 'yes' });
    expect(done.location).toBe(`${room}?done=recap`);
    expect((await site.get(ana, room)).html).toContain('Themes: trauma-informed interviews.');
  });

  test('what the poll came to is told once it tells nothing of single people', async () => {
    const answer = (useful: number, easyToFollow: number) => ({
      id: randomUUID(),
      callId: room.slice(room.lastIndexOf('/') + 1),
      useful,
      easyToFollow,
      at: new Date(),
    });
    const { db } = site.desk.wired.services;
    expect((await site.get(ana, room)).html).not.toContain('Poll:');
    await db.callPollAnswer.createMany({ data: [answer(5, 4), answer(4, 4), answer(3, 4), answer(4, 4)] });
    expect((await site.get(ana, room)).html).toContain('Poll: 4 answers. What they say is shown from 5');
    await db.callPollAnswer.create({ data: answer(4, 5) });
    expect((await site.get(ana, room)).html).toContain(
      'Poll: 5 answers. Useful 4.0 of 5, easy to follow 4.2 of 5.',
    );
  });

  test('the delivery report counts mail by kind and offers what needs a person', async () => {
    const { db } = site.desk.wired.services;
    const one = await db.message.findFirstOrThrow({
      where: { relatedId: NON_LEGAL, kind: 'question-selected' },
    });
    await db.message.update({ where: { id: one.id }, data: { status: 'unknown' } });
    const { html } = await site.get(ana, room);
    expect(html).toContain('These need a person');
    const path = `/staff/mail/${one.id}/resolve`;
    const done = await site.post(ana, path, { action: 'mark-sent', from: room });
    expect([done.status, done.location]).toEqual([303, `${room}?done=mark-sent`]);
  });
});
