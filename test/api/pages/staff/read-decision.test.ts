import { describe, expect, test } from '@jest/globals';
import { withMissing } from '../../../../src/api/pages/kit/form-errors.js';
import type { FormContext } from '../../../../src/api/pages/staff/decide/decision-form.js';
import { decisionForm } from '../../../../src/api/pages/staff/decide/decision-forms.js';
import { resourceChoices } from '../../../../src/api/pages/staff/decide/form-context.js';
import { wroteBoth } from '../../../../src/api/pages/staff/decide/forms/sheet.js';
import { readDecision } from '../../../../src/api/pages/staff/decide/read-decision.js';
import { en } from '../../../../src/api/text/en/en.js';
import { wordsOf } from '../../../../src/api/views/page-errors.js';
import { type DecisionKind, decisionSchema } from '../../../../src/domain/requests/decision.schema.js';

describe('a draft that its reviewer changed', () => {
  const by = (id: string, name = 'Kim Lee') => ({ kind: 'user', id, name });
  const entry = (field: string, author: ReturnType<typeof by>) => ({
    field,
    body: 'Words',
    author,
    from: 'staff' as const,
    at: '2055-01-05T18:00:00.000Z',
  });
  const both = (returned: string, drafted: string) =>
    wroteBoth({ threads: [entry('return-note', by(returned))], draft: entry('draft', by(drafted)) });

  test('is found by who wrote both, and not by a name that two have', () => {
    expect(both('u1', 'u1')).toBe(true);
    expect(both('u1', 'u2')).toBe(false);
  });
});

describe('what a redirection may name', () => {
  test('says which material may be outdated, and leaves out what was withdrawn', () => {
    const resource = (id: string, standing: 'current' | 'outdated' | 'withdrawn') => ({
      id,
      title: id,
      publisher: 'CAST',
      topics: id === 'guide' ? ['immigration'] : [],
      audience: [],
      standing,
    });
    const resources = [
      resource('old', 'outdated'),
      resource('gone', 'withdrawn'),
      resource('guide', 'current'),
    ];
    expect(resourceChoices({ resources }, { topics: ['immigration'] }, 'Outdated')).toEqual([
      { value: 'guide', text: 'guide', hint: 'CAST' },
      { value: 'old', text: 'old', hint: 'CAST · Outdated' },
    ]);
  });
});

const KNOWN = 'a2f1f0c4-52a5-4c9e-8a8e-6f3a55b0c001';
const context: FormContext = {
  tasks: [],
  staff: [{ id: 's1', email: 'ana@program.example', name: 'Ana', role: 'attorney', open: 3, away: null }],
  kinds: [{ value: 'document-review', text: 'Document review' }],
  documents: [{ value: 'other-document', text: 'Another document' }],
  candidates: [{ value: '018f0000-0000-4000-8000-000000000002', text: 'TA-2026-0002' }],
  due: { at: null },
  hasSupervisor: true,
  mayJudge: false,
  maxExtension: 5,
  resources: [
    { value: 'guide', text: 'A guide' },
    { value: 'film', text: 'A film' },
  ],
  workshops: [
    { value: 'one', text: 'One' },
    { value: 'two', text: 'Two' },
  ],
  call: 'Weekly Call',
  mentors: true,
};
const OTHER = '018f0000-0000-4000-8000-000000000002';

function read(kind: DecisionKind, body: Record<string, string | string[]>) {
  const form = decisionForm(en, kind, context);
  return withMissing(form.fields, body, readDecision(en, form, body));
}

describe('a decision as sent by its form', () => {
  const cases: [DecisionKind, Record<string, string | string[]>, object][] = [
    // Not asked, or nothing else chosen: the rule decides.
    ['assign', { to: 'Ana@Program.example' }, { to: 'ana@program.example' }],
    ['assign', { to: 'a@b.example', orStandIn: '' }, { to: 'a@b.example' }],
    ['assign', { to: 'a@b.example', orStandIn: 'yes' }, { to: 'a@b.example', orStandIn: true }],
    ['assign', { to: 'a@b.example', orStandIn: 'no' }, { to: 'a@b.example', orStandIn: false }],
    ['request-information', { question: ' Which year? ' }, { question: 'Which year?' }],
    ['redirect', { to: 'resources', note: '' }, { to: 'resources' }],
    ['redirect', { to: 'resources', resources: 'guide' }, { to: 'resources', resources: ['guide'] }],
    [
      'redirect',
      { to: 'resources', resources: ['guide', 'film'] },
      { to: 'resources', resources: ['guide', 'film'] },
    ],
    ['redirect', { to: 'workshop', workshop: 'two' }, { to: 'workshop', workshop: 'two' }],
    ['redirect', { to: 'workshop', workshop: '*' }, { to: 'workshop' }],
    ['redirect', { to: 'mentor', note: 'Write to them.' }, { to: 'mentor', note: 'Write to them.' }],
    ['decline', { policy: 'scope', reason: 'No.' }, { policy: 'scope', reason: 'No.' }],
    ['extend', { businessDays: ' 3 ', reason: 'Volume' }, { businessDays: 3, reason: 'Volume' }],
    ['draft-response', { body: 'Dear colleague' }, { body: 'Dear colleague' }],
    ['submit-for-review', {}, {}],
    ['return-response', { note: 'Cite the rule.' }, { note: 'Cite the rule.' }],
    ['send-response', {}, {}],
    ['merge', { into: OTHER, reference: '' }, { into: OTHER }],
    ['reprioritise', { urgent: 'no', reason: 'Hearing moved' }, { urgent: false, reason: 'Hearing moved' }],
    ['close', {}, {}],
    ['reopen', { reason: 'New question' }, { reason: 'New question' }],
    [
      'add-task',
      {
        what: 'Call.',
        to: 'ana@program.example',
        'dueOn-month': '12',
        'dueOn-day': '2',
        'dueOn-year': '2026',
      },
      { what: 'Call.', to: 'ana@program.example', dueOn: '2026-12-02' },
    ],
    ['change-task', { task: KNOWN, what: '', to: '' }, { task: KNOWN }],
    ['change-task', { task: KNOWN, to: 'a@b.example' }, { task: KNOWN, to: 'a@b.example' }],
    ['finish-task', { task: KNOWN }, { task: KNOWN }],
    ['note', { body: 'Called back.', mention: '' }, { body: 'Called back.' }],
    ['note', { body: 'Look.', mention: KNOWN }, { body: 'Look.', mentions: [KNOWN] }],
    [
      'reclassify',
      { requestKind: 'document-review', documentKind: 'other-document', tVisaRelated: 'yes' },
      { requestKind: 'document-review', documentKind: 'other-document', tVisaRelated: true },
    ],
    [
      'reclassify',
      { requestKind: 'case-consultation', documentKind: '', tVisaRelated: '' },
      { requestKind: 'case-consultation', documentKind: null },
    ],
    [
      'change-deadline',
      { deadlineKind: 'court', 'date-month': '2', 'date-day': '3', 'date-year': '2027' },
      { courtOrFilingDeadline: { kind: 'court', date: '2027-02-03' } },
    ],
    ['change-deadline', { deadlineKind: 'none' }, { courtOrFilingDeadline: null }],
  ];
  test.each(cases)('%s %j', (kind, body, decision) => {
    expect(read(kind, body)).toEqual({ ok: true, value: { kind, ...decision } });
  });
});

describe('what is missing or wrong is said at its field', () => {
  const cases: [DecisionKind, Record<string, string>, string, string][] = [
    ['assign', {}, '/to', 'Choose who should answer this.'],
    ['redirect', { to: 'workshop', workshop: '' }, '/workshop', 'Choose a workshop, or all of them.'],
    ['request-information', { question: '   ' }, '/question', 'Write what you need to know.'],
    ['request-information', { question: 'x'.repeat(20_001) }, '/question', 'Use at most 20000 characters.'],
    ['decline', { reason: 'No.' }, '/policy', 'Choose a ground.'],
    [
      'extend',
      { businessDays: 'soon', reason: 'x' },
      '/businessDays',
      'Enter a whole number of business days, like 3.',
    ],
    ['extend', { businessDays: '0', reason: 'x' }, '/businessDays', 'Enter at least 1.'],
    [
      'merge',
      { into: 'other' },
      '/reference',
      'Choose the request that should go on, or enter its reference.',
    ],
    ['reprioritise', { reason: 'x' }, '/urgent', 'Choose urgent or not urgent.'],
    ['change-deadline', { deadlineKind: 'court' }, '/date-month', 'Enter the date.'],
    [
      'change-deadline',
      { deadlineKind: 'filing', 'date-month': '2', 'date-day': '30', 'date-year': '2027' },
      '/date-day',
      'The date must be a real date: that month doesn’t have this day.',
    ],
    ['note', {}, '/body', 'Write the note first.'],
    ['add-task', { what: 'x', to: 'ana@program.example' }, '/dueOn-month', 'Enter the date.'],
    ['finish-task', {}, '/task', 'Choose a task.'],
  ];
  test.each(cases)('%s %j', (kind, body, pointer, message) => {
    const decided = read(kind, body);
    const errors = decided.ok ? [] : (decided.problem.errors ?? []);
    expect(errors.map((error) => [error.pointer, wordsOf(en, error)])).toEqual([[pointer, message]]);
  });
});

test('of whoever may not write the answer the list for assigning says so', () => {
  const coordinator = {
    id: 's2',
    email: 'cora@program.example',
    name: 'Cora',
    role: 'coordinator' as const,
    open: 1,
    away: {
      ...{ until: '2026-12-04', returnsAt: '2026-12-07T17:00:00.000Z', work: 'due' as const },
      standIn: { id: 's1', email: 'ana@program.example', name: 'Ana' },
    },
  };
  const offered = (at: string) => {
    const staff = [...context.staff, coordinator];
    const [field] = decisionForm(en, 'assign', { ...context, staff, due: { at } }).fields;
    return field?.type === 'select' ? field.choices.map(({ text }) => text) : [];
  };
  const cora =
    'Cora (Coordinator, cannot write the answer, 1 open request, away until Friday, December 4, 2026';
  expect(offered('2026-12-08T01:00:00.000Z')).toEqual([
    'Ana (Attorney, 3 open requests)',
    `${cora}; Ana stands in)`,
  ]);
  expect(offered('2026-12-03T01:00:00.000Z')).toContain(`${cora}; it goes to Ana, who stands in)`);
});

test('declining for ethics or overuse is offered to directors only', () => {
  const choices = (mayJudge: boolean) => {
    const [field] = decisionForm(en, 'decline', { ...context, mayJudge }).fields;
    return field?.type === 'radios' ? field.choices.map((one) => 'value' in one && one.value) : [];
  };
  expect(choices(false)).toEqual(['scope', 'not-served']);
  expect(choices(true)).toEqual(['scope', 'ethics', 'overuse', 'not-served']);
});

describe('at each field for words stands who reads them', () => {
  const both = 'The requester reads this after signing in, and so does a supervisor who has confirmed.';
  const staff = 'Only staff read this.';
  const untilSent =
    'Only staff read this until it is sent. Then the requester does, and a supervisor who has confirmed.';
  test.each<[DecisionKind, string]>([
    ['request-information', both],
    ['redirect', both],
    ['decline', both],
    ['extend', both],
    ['draft-response', untilSent],
    ['answer-follow-up', untilSent],
    ['return-response', staff],
    ['reprioritise', staff],
    ['reopen', staff],
    ['refuse-reopening', both],
    ['reply', both],
    ['note', staff],
    ['add-task', staff],
    ['change-task', staff],
  ])('%s: %s', (kind, readers) => {
    const hints = decisionForm(en, kind, context)
      .fields.filter((field) => field.type === 'words')
      .map(({ hint }) => hint);
    expect(hints).toEqual([expect.stringContaining(readers)]);
  });

  test('nobody speaks of a supervisor where none was named', () => {
    for (const kind of decisionSchema.options.map((option) => option.shape.kind.value)) {
      const fields = decisionForm(en, kind, { ...context, hasSupervisor: false }).fields;
      expect([kind, JSON.stringify(fields)]).toEqual([kind, expect.not.stringMatching(/supervisor/i)]);
      expect(en.staff.decisions[kind].intro).not.toMatch(/supervisor/i);
    }
  });

  test('no other decision asks for words', () => {
    const kinds = decisionSchema.options.map((option) => option.shape.kind.value);
    const asking = kinds.filter((kind) =>
      decisionForm(en, kind, context).fields.some(({ type }) => type === 'words'),
    );
    expect(asking).toHaveLength(14);
  });
});
