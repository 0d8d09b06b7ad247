import { describe, expect, test } from '@jest/globals';
import { stranger } from '../support/calls.js';
import { rowCounts } from '../support/row-counts.js';
import { ANALYSIS, app, ask, call, DURING, GENERAL, HOLIDAY, NON_LEGAL, SOCIAL } from './site.js';

async function passed(email: string, courseId: string, passed = true) {
  await call('POST', '/completions', {
    email,
    courseId,
    passed,
    score: passed ? 1 : 0.2,
    completedAt: '2026-10-01T12:00:00Z',
    source: 'lms',
    sourceId: crypto.randomUUID(),
  });
}

describe('what may be asked on which call', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    ['an attorney on a general call', GENERAL, {}, 'taken'],
    ['with legal analysis', GENERAL, { needsLegalAnalysis: true }, 'taken'],
    ['about general legal matters, said so', GENERAL, { questionAbout: 'general-legal' }, 'taken'],
    ['about something that is not legal', GENERAL, { questionAbout: 'non-legal' }, 'taken'],
    [
      'trafficking analysis there',
      GENERAL,
      { questionAbout: 'trafficking-analysis' },
      'analysis-on-first-wednesday',
    ],
    ['a paralegal without analysis', GENERAL, { asker: stranger('paralegal') }, 'taken'],
    [
      'a paralegal with analysis',
      GENERAL,
      { asker: stranger('paralegal'), needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    [
      'a legal assistant with analysis',
      GENERAL,
      { asker: stranger('legal-assistant'), needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    [
      'a legal intern with analysis',
      GENERAL,
      { asker: stranger('legal-intern'), needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    [
      'a law graduate with analysis',
      GENERAL,
      { asker: stranger('law-graduate'), needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    ['a law graduate without', GENERAL, { asker: stranger('law-graduate') }, 'taken'],
    [
      'a supervised role with its supervisor named',
      GENERAL,
      {
        asker: stranger('paralegal'),
        supervisor: { name: 'Sue', email: 'sue@office.example', role: 'attorney' },
        needsLegalAnalysis: true,
      },
      'supervised-analysis',
    ],
    [
      'a DOJ accredited representative',
      GENERAL,
      { asker: stranger('doj-accredited-representative'), needsLegalAnalysis: true },
      'taken',
    ],
    ['a law student', GENERAL, { asker: stranger('law-student') }, 'taken'],
    ['a case manager on the legal call', GENERAL, { asker: stranger('case-manager') }, 'not-eligible'],
    [
      'a social service provider on it',
      GENERAL,
      { asker: stranger('social-service-provider') },
      'not-eligible',
    ],
    ['an officer', GENERAL, { asker: stranger('law-enforcement') }, 'not-eligible'],
    ['a survivor', GENERAL, { asker: stranger('survivor') }, 'not-eligible'],
    ['a role nobody knows', GENERAL, { asker: stranger('astronaut') }, 'not-eligible'],
    ['without an organization', GENERAL, { asker: { ...stranger(), organization: undefined } }, 'taken'],
    ['the third Wednesday, plain', NON_LEGAL, {}, 'taken'],
    ['the third Wednesday, said to be non-legal', NON_LEGAL, { questionAbout: 'non-legal' }, 'taken'],
    ['the third Wednesday with analysis', NON_LEGAL, { needsLegalAnalysis: true }, 'legal-topic-not-allowed'],
    [
      'the third Wednesday, about law',
      NON_LEGAL,
      { questionAbout: 'general-legal' },
      'legal-topic-not-allowed',
    ],
    [
      'the third Wednesday, trafficking analysis',
      NON_LEGAL,
      { questionAbout: 'trafficking-analysis' },
      'analysis-on-first-wednesday',
    ],
    [
      'the third Wednesday, a paralegal with analysis',
      NON_LEGAL,
      { asker: stranger('paralegal'), needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    ['the third Wednesday, a paralegal', NON_LEGAL, { asker: stranger('paralegal') }, 'taken'],
    ['the first Wednesday without the course', ANALYSIS, {}, 'prerequisite-missing'],
    ['the first Wednesday, a paralegal', ANALYSIS, { asker: stranger('paralegal') }, 'supervised-analysis'],
    [
      'the first Wednesday, about general law',
      ANALYSIS,
      { questionAbout: 'general-legal' },
      'legal-topic-not-allowed',
    ],
    ['the first Wednesday, a case manager', ANALYSIS, { asker: stranger('case-manager') }, 'not-eligible'],
    ['a case manager on the social call', SOCIAL, { asker: stranger('case-manager') }, 'taken'],
    [
      'a social service provider on the social call',
      SOCIAL,
      { asker: stranger('social-service-provider') },
      'taken',
    ],
    ['an attorney on the social call', SOCIAL, {}, 'not-eligible'],
  ])('%s', async (_name, callId, change, outcome) => {
    const before = await rowCounts(app.services.db);
    const { status, body } = await ask(callId, change);
    if (outcome === 'taken') {
      expect([status, body.status]).toEqual([201, 'asked']);
      return;
    }
    expect([status, body.code]).toEqual([outcome === 'not-eligible' ? 403 : 409, outcome]);
    expect(await rowCounts(app.services.db)).toEqual(before);
  });

  test.each(['human-trafficking-defined', 'emp-analysis-workshop'])(
    'the first Wednesday after %s',
    async (course) => {
      const asker = stranger();
      await passed(asker.email, course);
      expect(await ask(ANALYSIS, { asker })).toMatchObject({
        status: 201,
        body: { questionAbout: 'trafficking-analysis' },
      });
    },
  );

  test('the first Wednesday after a course not passed, or another one', async () => {
    const asker = stranger();
    await passed(asker.email, 'human-trafficking-defined', false);
    await passed(asker.email, 't-visas-part-1');
    expect((await ask(ANALYSIS, { asker })).body.code).toBe('prerequisite-missing');
  });
});

describe('when questions are taken', () => {
  // The week before Thanksgiving is over at its scheduled end, Wednesday 13:00 Pacific.
  test.each([
    ['a millisecond before the window opens', '2026-11-18T20:59:59.999Z', 'not-this-week'],
    ['as the window opens', '2026-11-18T21:00:00.000Z', 'taken'],
    ['on the weekend', '2026-11-22T03:00:00.000Z', 'taken'],
    ['a millisecond before the cut-off', '2026-11-24T21:59:59.999Z', 'taken'],
    ['at the cut-off', '2026-11-24T22:00:00.000Z', 'questions-closed'],
    ['while the call runs', '2026-11-25T20:30:00.000Z', 'questions-closed'],
    ['weeks later', '2026-12-20T20:30:00.000Z', 'questions-closed'],
  ])('%s', async (_name, at, outcome) => {
    const { body } = await ask(GENERAL, {}, at);
    expect(body.code ?? 'taken').toBe(outcome);
  });

  test('time comes before everything else', async () => {
    const asker = stranger('case-manager');
    expect((await ask(GENERAL, { asker }, '2026-11-24T22:00:00.000Z')).body.code).toBe('questions-closed');
    expect((await ask(GENERAL, { asker }, '2026-11-02T22:00:00.000Z')).body.code).toBe('not-this-week');
  });

  test('not for a call that is cancelled, whatever the time', async () => {
    await app.services.db.call.update({ where: { id: HOLIDAY }, data: { status: 'cancelled' } });
    expect((await ask(HOLIDAY)).body.code).toBe('call-cancelled');
    expect((await ask(HOLIDAY, {}, '2026-12-09T18:00:00.000Z')).body.code).toBe('call-cancelled');
  });

  test('a call far ahead is another week’s; a day without one is unknown', async () => {
    expect((await ask('legal-working-group-2027-03-17', {}, DURING[GENERAL])).body.code).toBe(
      'not-this-week',
    );
    for (const id of [
      'legal-working-group-2027-03-16',
      'legal-working-group-2027-02-30',
      'legal-working-group-',
      'x',
    ]) {
      expect([id, (await ask(id, {}, DURING[GENERAL])).status]).toEqual([id, 404]);
    }
  });
});
