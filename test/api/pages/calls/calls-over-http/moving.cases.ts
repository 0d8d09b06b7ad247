import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallState } from '../../../../../src/domain/calls/call-state.js';
import { loadCalendar } from '../../../../../src/usecases/calendar/load-calendar.js';
import { seriesRule } from '../../../../../src/usecases/calls/load-series.js';
import { applySelection, closeSelection } from '../../../../../src/usecases/calls/questions.js';
import { withKey } from '../../../../../src/usecases/data-keys.js';
import { recording } from '../../../../../src/usecases/recording.js';
import { FIRST, LWG, mailedLink, newEmail, signedIn, THIRD, wordsOf } from '../calls-site.js';
import { app, ask, myId, NEXT_GENERAL } from './site.js';

describe('a question that staff propose to move', () => {
  const OPEN = '2026-11-12T18:00:00.000Z';
  let key: string;
  beforeAll(async () => {
    key = await app.newKey('coordinator');
  });
  beforeEach(() => app.setNow(OPEN));
  const rowOf = (id: string) =>
    app.services.db.callQuestion.findUniqueOrThrow({ where: { id }, include: withKey });
  const mailsTo = async (email: string) =>
    (
      await app.services.db.message.findMany({
        where: { to: { has: email } },
        orderBy: { queuedAt: 'asc' },
        include: withKey,
      })
    )
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('question-') && kind !== 'question-received');
  const move = (id: string, body: unknown, path = 'move') =>
    app.call(`/api/v1/calls/${THIRD}/questions/${id}/${path}`, { key, body });

  async function proposed() {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    await ask(visitor, THIRD, { needsLegalAnalysis: 'no', questionAbout: 'non-legal' });
    const id = await myId(email);
    const answer = await move(id, { to: NEXT_GENERAL, consent: 'ask' });
    expect(answer.status).toBe(200);
    return { email, visitor, id, path: `/my/calls/${THIRD}/questions/${id}/move` };
  }
  /** As at five o'clock on the day before, with everything chosen that staff could choose. */
  async function selectionCloses(ids: string[], { late = false } = {}) {
    const { services } = app;
    const row = await services.db.call.findUniqueOrThrow({ where: { id: THIRD }, include: withKey });
    app.setNow(row.selectUntil.toISOString());
    const series = seriesRule(services, row.seriesId);
    if (!series) throw new Error('no series');
    await recording(services, async (rec) => {
      const { tx } = rec;
      await applySelection(tx, THIRD, ids);
      await closeSelection(rec, services, {
        row,
        series,
        state: row.processState as unknown as CallState,
        calendar: await loadCalendar(tx, services),
        late,
      });
    });
  }

  test('is asked for by one mail without its words, and moves when its asker agrees, with its first date', async () => {
    const { email, visitor, id, path } = await proposed();
    expect((await move(id, { to: NEXT_GENERAL, consent: 'ask' })).status).toBe(200);
    expect(await mailsTo(email)).toEqual(['question-move-proposed']);
    expect(new URL(await mailedLink(app, email, 'question-move-proposed')).pathname).toBe(path);
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toContain('Agree or decline to move it');
    const page = wordsOf(await (await visitor.open(path)).text());
    for (const words of ['How would you begin?', 'November 18', 'November 25', 'November 17']) {
      expect(page).toContain(words);
    }
    expect((await visitor.send(path, {})).status).toBe(422);
    for (let time = 0; time < 2; time += 1) {
      const sent = await visitor.send(path, { answer: 'agree' });
      // The second finds no form any more.
      expect([303, 403]).toContain(sent.status);
    }
    const before = await rowOf(id);
    const [after, ...more] = await app.services.db.callQuestion.findMany({
      where: { callId: NEXT_GENERAL, askerEmail: email },
      include: withKey,
    });
    expect([before.status, before.moveAnswer, more]).toEqual(['moved', 'agreed', []]);
    expect(after).toMatchObject({
      status: 'asked',
      askedAt: before.askedAt,
      needsLegalAnalysis: true,
      moveToCallId: null,
    });
    expect(await mailsTo(email)).toEqual(['question-move-proposed', 'question-moved']);
  });

  test.each([
    ['declined', true],
    ['not answered in time', false],
  ])('%s, it is handed over with the unselected, whoever chose it', async (_how, declines) => {
    const { email, visitor, id, path } = await proposed();
    if (declines) expect((await visitor.send(path, { answer: 'decline' })).status).toBe(303);
    await selectionCloses([id]);
    const row = await rowOf(id);
    expect([row.status, row.moveAnswer]).toEqual(['not-selected', declines ? 'declined' : null]);
    expect(await mailsTo(email)).toEqual(['question-move-proposed', 'question-not-selected']);
    expect(wordsOf(await (await visitor.open(path)).text())).toContain('nothing left to answer');
    if (declines) expect((await move(id, { to: NEXT_GENERAL, consent: 'ask' })).status).toBe(409);
    const answer = await app.call(`/api/v1/calls/${THIRD}/questions/${id}/move/answer`, {
      method: 'POST',
      headers: { cookie: visitor.cookie(), origin: app.services.appUrl },
      body: { answer: 'agree' },
    });
    expect(answer.status).not.toBe(200);
    expect((await rowOf(id)).status).toBe('not-selected');
  });

  test('handed over only after an outage it is told to nobody, and its asker’s page leads to a written answer', async () => {
    const { email, visitor, id } = await proposed();
    await selectionCloses([], { late: true });
    expect(await mailsTo(email)).toEqual(['question-move-proposed']);
    const html = await (await visitor.open('/my/calls')).text();
    expect(html).toContain(`href="/my/calls/${THIRD}/questions/${id}/request"`);
  });

  test('is answered for by nobody else, staff included', async () => {
    const { id, path } = await proposed();
    const other = await signedIn(app, newEmail());
    expect((await other.open(path)).status).toBe(404);
    expect((await move(id, { answer: 'agree' }, 'move/answer')).status).toBe(404);
    expect((await rowOf(id)).moveAnswer).toBeNull();
  });

  test('moves at once with a consent that staff record, and its organization is theirs to correct', async () => {
    const { id } = await proposed();
    const name = `Office ${randomUUID()}`;
    const corrected = await move(id, { name }, 'organization');
    expect(await corrected.json()).toMatchObject({ asker: { organization: name } });
    const moved = await move(id, { to: NEXT_GENERAL, consent: 'given' });
    expect([moved.status, await moved.json()]).toEqual([200, expect.objectContaining({ status: 'moved' })]);
  });

  test.each([
    ['a call that takes no such questions', { to: FIRST, consent: 'ask' }, 409],
    ['no such call', { to: `${LWG}-2031-01-01`, consent: 'ask' }, 404],
    ['no word of consent', { to: NEXT_GENERAL }, 422],
  ])('%s changes nothing', async (_what, body, status) => {
    const { id } = await proposed();
    const before = await rowOf(id);
    expect((await move(id, body)).status).toBe(status);
    expect(await rowOf(id)).toEqual(before);
  });
});
