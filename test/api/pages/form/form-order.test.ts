import { describe, expect, test } from '@jest/globals';
import { inWriting } from '../../../../src/api/pages/calls/ask-in-writing.js';
import { checkSections } from '../../../../src/api/pages/form/check-view.js';
import { asSavedNow, type Draft } from '../../../../src/api/pages/form/draft.js';
import { createSendOnce } from '../../../../src/api/pages/form/send-once.js';
import { factsStep } from '../../../../src/api/pages/form/steps/facts-step.js';
import {
  FORM_STEPS,
  firstOpenStep,
  isReachable,
  nextPath,
  pathBefore,
} from '../../../../src/api/pages/form/steps.js';
import { toSubmission } from '../../../../src/api/pages/form/to-submission.js';
import { caseRows } from '../../../../src/api/pages/staff/request/request-cards.js';
import { en } from '../../../../src/api/text/en/en.js';
import type { Program } from '../../../../src/domain/program/program.schema.js';
import { KEPT_ANSWERS, MAX_TEXT, NOT_ASKED } from '../../../../src/domain/requests/submission.schema.js';
import type { RequestView } from '../../../../src/domain/requests/view.schema.js';
import { aView } from '../staff/views.js';
import { answered, program } from './a-program.js';

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
    ['of an RFE: nothing', { ...document, document: { documentKind: 't-visa-rfe' } }, null],
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
