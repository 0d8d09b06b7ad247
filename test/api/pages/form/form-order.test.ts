import { describe, expect, test } from '@jest/globals';
import { inWriting } from '../../../../src/api/pages/calls/ask-in-writing.js';
import { checkSections } from '../../../../src/api/pages/form/check-view.js';
import { asSavedNow, type Draft } from '../../../../src/api/pages/form/draft.js';
import { fromLast } from '../../../../src/api/pages/form/from-last.js';
import { outcomeOf } from '../../../../src/api/pages/form/outcome.js';
import { createSendOnce } from '../../../../src/api/pages/form/send-once.js';
import type { StepId } from '../../../../src/api/pages/form/step.js';
import { factsStep } from '../../../../src/api/pages/form/steps/facts-step.js';
import {
  FORM_STEPS,
  firstOpenStep,
  isReachable,
  nextPath,
  pathBefore,
  progress,
  stepsFor,
} from '../../../../src/api/pages/form/steps.js';
import { toSubmission } from '../../../../src/api/pages/form/to-submission.js';
import { caseRows } from '../../../../src/api/pages/staff/request/request-cards.js';
import { en } from '../../../../src/api/text/en/en.js';
import type { Program } from '../../../../src/domain/program/program.schema.js';
import { foresee } from '../../../../src/domain/requests/foresee.js';
import { KEPT_ANSWERS, MAX_TEXT, NOT_ASKED } from '../../../../src/domain/requests/submission.schema.js';
import type { RequestView } from '../../../../src/domain/requests/view.schema.js';
import { whenWouldIHear } from '../../../../src/domain/time/deadline-preview.js';
import { aView } from '../staff/views.js';
import { answered, calendar, MONDAY, program } from './a-program.js';

const document = { ...answered, kind: 'document-review' };

describe('the first question still open', () => {
  test.each<[string, Draft, string | null]>([
    ['of nothing: the role', { v: 1, formToken: 'x' }, 'role'],
    ['of a paralegal: the supervisor', { ...answered, supervisor: undefined }, 'supervisor'],
    [
      'of an attorney: no supervisor is asked',
      { ...answered, role: 'attorney', supervisor: undefined },
      null,
    ],
    ['of a document review: the document', document, 'document'],
    [
      'of another document: T visa or not',
      { ...document, document: { documentKind: 'other-document' } },
      'tVisa',
    ],
    ['of an RFE: the document itself', { ...document, document: { documentKind: 't-visa-rfe' } }, 'files'],
    [
      'of an RFE that is sent, or will be later: nothing',
      { ...document, document: { documentKind: 't-visa-rfe' }, files: [] },
      null,
    ],
    [
      'of a document nobody reviews: the document',
      { ...document, document: { documentKind: 't-visa-initial-declaration' } },
      'document',
    ],
    [
      'of topics with nothing to have looked at: no resources',
      { ...answered, topics: ['other'], reviewedResources: undefined },
      null,
    ],
    ['of everything answered: none', answered, null],
  ])('%s', (_name, draft, open) => {
    expect(firstOpenStep(draft, program)).toBe(open);
  });
});

test('a later question waits for the earlier ones, and Back skips what was not asked', () => {
  const draft: Draft = { v: 1, formToken: 'x', role: 'attorney' };
  expect(nextPath(draft, program)).toBe('/request/details');
  expect(isReachable('facts', draft, program)).toBe(false);
  expect(isReachable('role', draft, program)).toBe(true);
  expect(pathBefore('kind', { ...answered, role: 'attorney' }, program)).toBe('/request/details');
  expect(pathBefore('topics', answered, program)).toBe('/request/kind');
  expect(pathBefore('role', answered, program)).toBe('/request/start');
});

describe('steps are counted, the page of all answers as the last', () => {
  const review = { ...document, document: { documentKind: 'other-document', tVisaRelated: false } };
  test.each<[string, Draft, StepId | 'check', string]>([
    ['at the very start, the least there will be', { v: 1, formToken: 'x' }, 'role', 'Step 1 of 7 or more'],
    [
      'of a paralegal, one more',
      { v: 1, formToken: 'x', role: 'paralegal' },
      'details',
      'Step 2 of 8 or more',
    ],
    ['with everything that decides answered, the true count', answered, 'facts', 'Step 7 of 9'],
    [
      'of an attorney whose topics have no resources',
      { ...answered, role: 'attorney', topics: ['other'] },
      'facts',
      'Step 5 of 7',
    ],
    ['of a review of another document', review, 'tVisa', 'Step 6 of 12'],
    ['at the end', answered, 'check', 'Step 9 of 9'],
  ])('%s', (_name, draft, id, said) => {
    const { n, of, more } = progress(id, draft, program);
    expect(en.requester.form.step(n, of, more)).toBe(said);
  });

  test('once it is said without “or more” it stays, whatever is answered next', () => {
    for (const role of program.roles) {
      for (const { id: kind } of program.kinds) {
        for (const documentKind of ['t-visa-rfe', 'other-document']) {
          for (const { id: topic } of program.topics) {
            const path: Draft = {
              ...answered,
              role: role.id,
              kind,
              document: { documentKind, tVisaRelated: true },
              topics: [topic],
            };
            const { of, more } = progress('topics', path, program);
            expect([more, of]).toEqual([false, stepsFor(path, program).length + 1]);
            const { courtDate: _none, facts: _neither, reviewedResources: _nor, ...before } = path;
            expect(progress('topics', before, program)).toMatchObject({ of, more: false });
          }
        }
      }
    }
  });
});

describe('the next request begins with what was said in the last', () => {
  const last = {
    reference: 'TA-2026-0007',
    name: 'Pat Ruiz',
    role: 'paralegal',
    organization: 'Legal Aid',
    state: 'CA',
    licensedIn: ['CA'],
    ovcGrantee: true,
    supervisor: { name: 'Sam Lee', email: 'sam@legal-aid.example', role: 'attorney' },
  };
  const begun: Draft = { v: 1, formToken: 'x' };
  const taken = (change: Partial<typeof last>) =>
    fromLast(begun, { ...last, ...change }, program, 'pat@legal-aid.example');

  test('who they are and who supervises them; the first question is a new one', () => {
    const draft = taken({});
    expect(draft).toEqual({
      ...begun,
      takenFrom: 'TA-2026-0007',
      role: 'paralegal',
      details: {
        name: 'Pat Ruiz',
        email: 'pat@legal-aid.example',
        organization: 'Legal Aid',
        state: 'CA',
        licensedIn: [],
        ovcGrantee: true,
      },
      supervisor: last.supervisor,
    });
    expect(firstOpenStep(draft, program)).toBe('kind');
  });

  test.each<[string, Partial<typeof last>, StepId]>([
    ['a role the program has no longer: it is asked', { role: 'wizard' }, 'role'],
    [
      'a supervisor whose role may supervise no longer',
      { supervisor: { ...last.supervisor, role: 'x' } },
      'supervisor',
    ],
    [
      'a supervisor who is themself by now',
      { supervisor: { ...last.supervisor, email: 'pat@legal-aid.example' } },
      'supervisor',
    ],
  ])('%s', (_name, change, open) => {
    expect(firstOpenStep(taken(change), program)).toBe(open);
  });

  test('who has no request of their own begins with nothing', () => {
    expect(fromLast(begun, null, program, '')).toEqual(begun);
  });
});

describe('what sending will do', () => {
  const said = (
    change: Partial<Draft>,
    {
      passed = null,
      confirms = false,
      now = MONDAY,
    }: { passed?: string[] | null; confirms?: boolean; now?: string } = {},
  ) => {
    const read = toSubmission({ ...answered, role: 'attorney', ...change }, program, true);
    if (!read.ok) throw new Error('not to be sent');
    const told = outcomeOf(read.value, { texts: en, program, calendar, now, passed, confirms });
    return told?.sentences.join(' ');
  };
  const rfe: Partial<Draft> = { kind: 'document-review', document: { documentKind: 't-visa-rfe' } };
  const court = (date: string): Partial<Draft> => ({ courtDate: { has: true, kind: 'court', date } });
  // November 11 and 26 are holidays.
  const DUE = 'Tuesday, November 24, 2026, 5:00 PM PT / 8:00 PM ET';
  const BOTH = ['human-trafficking-defined', 't-visas-part-1'];

  test.each<[string, Partial<Draft>, Parameters<typeof said>[1], string[], RegExp | null]>([
    ['a consultation: by when', {}, {}, [`answer by ${DUE}`, '15 business days'], /clock|confirm/],
    [
      'sent after closing time: it counts from the next business day',
      {},
      { now: '2026-11-03T01:00:01.000Z' },
      ['Wednesday, November 25, 2026, 5:00 PM PT'],
      null,
    ],
    [
      'with a court date that binds: the earlier day first',
      court('2026-11-20'),
      {},
      [
        'aim to answer by Tuesday, November 17, 2026',
        'court date is Friday, November 20',
        `no later than ${DUE}`,
      ],
      /You get our written answer by/,
    ],
    ['with one that is far: the promise', court('2027-03-01'), {}, [`answer by ${DUE}`], /aim/],
    ['with one tomorrow', court('2026-11-03'), {}, ['very close', `no later than ${DUE}`], /aim to answer/],
    [
      'an RFE of somebody who has passed neither course: the clock waits, until when',
      rfe,
      { passed: [] },
      [
        'does not start yet',
        'passed Human Trafficking Defined and T Visas Part 1',
        'until Monday, January 4, 2027',
        `pass today, the answer comes by ${DUE}`,
      ],
      /You get our written answer/,
    ],
    [
      'who has passed one: the other',
      rfe,
      { passed: ['t-visas-part-1'] },
      ['passed Human Trafficking Defined.'],
      /T Visas Part 1/,
    ],
    ['who has passed both: by when', rfe, { passed: BOTH }, [`answer by ${DUE}`], /start yet/],
    [
      'an RFE of somebody unknown: both may be passed',
      rfe,
      { confirms: true },
      ['does not start before you have passed', `passed already, or pass today, the answer comes by ${DUE}`],
      /does not start yet/,
    ],
    [
      'while it waits, the court date does not',
      { ...rfe, ...court('2026-11-20') },
      { passed: [] },
      ['does not wait for that: to have our answer by Tuesday, November 17'],
      null,
    ],
    [
      'a paralegal: what their supervisor is asked',
      { role: 'paralegal' },
      {},
      ['We e-mail Sam Lee', 'remind them after 2 and 5 business days'],
      null,
    ],
    [
      'somebody who is not signed in: to be confirmed, and erased otherwise',
      {},
      { confirms: true },
      ['link to pat@legal-aid.example', 'erased on Monday, November 9, 2026'],
      null,
    ],
  ])('%s', (_name, draft, how, words, never) => {
    const told = said(draft, how);
    for (const one of words) expect(told).toContain(one);
    if (never) expect(told).not.toMatch(never);
  });

  test('it is what acceptance then comes to', () => {
    const { dueAt } = foresee({ program, calendar, now: MONDAY, courtDate: null, missing: [] });
    expect(dueAt).toBe(whenWouldIHear({ calendar, receivedAt: MONDAY, businessDays: 15 }).dueAt);
  });
});

test('answers to questions that no longer apply are not sent', () => {
  const draft: Draft = { ...answered, role: 'attorney', document: { documentKind: 't-visa-rfe' } };
  const sent = toSubmission(draft, program, true);
  expect(sent.ok && [sent.value.supervisor, sent.value.documentKind]).toEqual([undefined, undefined]);
});

test('without the scope confirmed nothing is sent', () => {
  expect(toSubmission(answered, program, false)).toMatchObject({
    ok: false,
    problem: { errors: [{ pointer: '/acknowledgesScope' }] },
  });
});

test('every answer that is kept as it is, is asked for', () => {
  const given = { ...answered, ...NOT_ASKED };
  const sent = Object.assign({}, ...FORM_STEPS.map((step) => step.sends(given)));
  expect(KEPT_ANSWERS.filter((name) => sent[name] === undefined)).toEqual([]);
});

test('what nobody was asked has no answer: of resources, only where there were any', () => {
  const shown = (program: Program) =>
    checkSections(en, answered, program).flatMap(({ rows }) => rows.map(({ key }) => key.text));
  expect(shown(program)).toContain('Looked at resources');
  expect(shown({ ...program, resources: [] })).not.toContain('Looked at resources');
  const view = aView({ topics: answered.topics ?? [] });
  const rows = (change: Partial<RequestView>, of: Program, reviewedResources = false) =>
    caseRows(
      { ...view, ...change },
      { texts: en, program: of, clientAlias: null, answers: { reviewedResources } },
    ).map(({ key }) => key);
  const asked = rows({}, program);
  const none = { ...program, resources: [] };
  const fromCall = { callId: 'c', questionId: view.id, question: '' };
  expect(rows({}, none)).toEqual(asked.slice(0, -1));
  expect(rows({ fromCall }, program)).toEqual(asked.slice(0, -1));
  expect(rows({}, none, true)).toEqual(asked);
});

test('the page of all answers escapes what people typed and links to each question', () => {
  const draft: Draft = { ...answered, facts: { facts: '<script>alert(1)</script>', questions: 'Q & A?' } };
  const rows = checkSections(en, draft, program).flatMap((section) => section.rows);
  const facts = rows.find((row) => row.key.text === 'Facts');
  expect(facts?.value.html).toContain('&lt;script&gt;');
  expect(facts?.value.html).not.toContain('<script>');
  expect(rows.every((row) => row.actions.items[0]?.href.startsWith('/request/'))).toBe(true);
});

test('pressing Send twice sends once; after a failure it can be sent again', async () => {
  const sendOnce = createSendOnce<string>();
  let sent = 0;
  const send = async () => {
    sent += 1;
    await Promise.resolve();
    return `request ${sent}`;
  };
  expect(await Promise.all([sendOnce('form', send), sendOnce('form', send)])).toEqual([
    'request 1',
    'request 1',
  ]);
  await expect(sendOnce('other', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await sendOnce('other', send)).toBe('request 2');
});

describe('a question typed for a call goes along into the form', () => {
  const typed = { question: ' How would you begin? ', role: 'attorney' };
  const taken = (kept: Draft | undefined, question = typed) => {
    const into = inWriting(kept, question, program);
    if (!into) throw new Error('no room for it');
    return into;
  };
  const shown = (draft: Draft) => factsStep.initial(draft, { draft } as never).questions;
  const { facts: _none, ...unanswered } = answered;

  test.each<[string, Draft | undefined, string]>([
    ['with no form on its way: a new one, for the role that was given', undefined, '/request/details'],
    ['with one that was sent: a new one', { ...answered, sentTo: '/x' }, '/request/details'],
    ['with one on its way: into that', unanswered, '/request/facts'],
  ])('%s', (_what, kept, expected) => {
    const { draft, goTo } = taken(kept);
    expect(goTo).toBe(expected);
    expect(shown(draft)).toBe('How would you begin?');
    expect(draft.role).toBe(kept && kept.sentTo === undefined ? kept.role : 'attorney');
  });

  test('behind questions that are typed already, once, and only where there is room', () => {
    const once = taken(answered);
    expect(once.goTo).toBe('/request/facts');
    expect(shown(once.draft)).toBe(`${answered.facts?.questions}\n\nHow would you begin?`);
    expect(taken(once.draft).draft).toEqual(once.draft);
    const full = { ...answered, facts: { facts: 'x', questions: 'x'.repeat(MAX_TEXT) } };
    expect(taken(full).draft).toEqual({
      ...full,
      facts: { ...full.facts, facts: 'x\n\nHow would you begin?' },
    });
    const fuller = { ...full, facts: { facts: 'x'.repeat(MAX_TEXT), questions: 'x'.repeat(MAX_TEXT) } };
    expect(inWriting(fuller, typed, program)).toBeNull();
  });

  test('a made-up role is asked for', () => {
    const { draft, goTo } = taken(undefined, { ...typed, role: 'wizard' });
    expect([draft.role, goTo]).toEqual([undefined, '/request/role']);
  });
});

test('a form begun before an update keeps its court or filing date', () => {
  const { courtDate, ...before } = answered;
  const deadline: Draft['courtDate'] = { has: true, kind: 'court', date: '2026-12-18' };
  expect(firstOpenStep(asSavedNow(before), program)).toBe('courtDate');
  const kept = asSavedNow({ ...before, deadline } as Draft);
  expect(kept).toEqual({ ...before, courtDate: deadline });
  expect(firstOpenStep(kept, program)).toBeNull();
  expect(asSavedNow({ ...answered, courtDate })).toEqual(answered);
});
