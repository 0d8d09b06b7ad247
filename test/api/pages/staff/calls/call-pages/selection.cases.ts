import { describe, expect, test } from '@jest/globals';
import type { PresenceFact } from '../../../../../../src/ports/meetings.js';
import { recording } from '../../../../../../src/usecases/recording.js';
import { takeZoomFact } from '../../../../../../src/usecases/webhooks/take-zoom-fact.js';
import { hiddenOf, summaryOf } from '../../staff-site.js';
import { ask, GENERAL, NON_LEGAL } from '../call-world.js';
import { ana, eventsOf, room, send, site } from './site.js';

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
