import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../../../src/api/pages/form/draft.js';
import type { FormStep, StepId } from '../../../../src/api/pages/form/step.js';
import { FORM_STEPS } from '../../../../src/api/pages/form/steps.js';
import { suggestedResources } from '../../../../src/api/pages/form/suggested-resources.js';
import type { Fields } from '../../../../src/api/pages/kit/fields.js';
import { withMissing } from '../../../../src/api/pages/kit/form-errors.js';
import { en } from '../../../../src/api/text/en/en.js';
import { wordsOf } from '../../../../src/api/views/page-errors.js';
import type { Actor } from '../../../../src/domain/people/actor.js';
import { answered, context, program } from './a-program.js';

const read = (id: StepId, fields: Fields, draft = answered) => {
  const step = FORM_STEPS.find((one) => one.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return readStep(step, fields, draft);
};

const readStep = (step: FormStep, fields: Fields, draft = answered, actor?: Actor) => {
  const here = context(draft, actor);
  return withMissing(step.fields(here), fields, step.read(fields, here));
};

const errorsOf = (answer: ReturnType<typeof read>) => (answer.ok ? [] : (answer.problem.errors ?? []));

const attorney = { ...answered, role: 'attorney', supervisor: undefined };
const details: Fields = { name: 'Pat', email: 'pat@legal-aid.example', ovcGrantee: 'no' };
const supervisor: Fields = {
  'supervisor-name': 'Sam',
  'supervisor-email': 'sam@legal-aid.example',
  'supervisor-role': 'attorney',
};
const date = (month: string, day: string, year: string): Fields => ({
  deadlineKind: 'court',
  'deadline-month': month,
  'deadline-day': day,
  'deadline-year': year,
});
const words = { facts: 'Facts.', questions: 'Questions?' };

describe('what people get wrong, question by question', () => {
  test.each<[string, StepId, Fields, string, RegExp]>([
    ['no role', 'role', {}, '/role', /Choose your role/],
    ['a role we don’t have', 'role', { role: 'wizard' }, '/role', /Choose your role/],
    ['a survivor’s role sent by hand', 'role', { role: 'survivor' }, '/role', /Choose your role/],
    ['two roles', 'role', { role: ['wizard', 'attorney'] }, '/role', /Choose your role/],
    ['no name', 'details', { ...details, name: ' ' }, '/name', /Enter your name/],
    ['a name of 201 letters', 'details', { ...details, name: 'x'.repeat(201) }, '/name', /at most 200/],
    ['a name with a line break', 'details', { ...details, name: 'Pat\nRuiz' }, '/name', /line breaks/],
    ['no e-mail', 'details', { ...details, email: '' }, '/email', /Enter your work e-mail/],
    [
      'an e-mail without @',
      'details',
      { ...details, email: 'pat.legal-aid.example' },
      '/email',
      /like name@/,
    ],
    ['two e-mails in one', 'details', { ...details, email: 'a@b.org, c@d.org' }, '/email', /like name@/],
    ['a state we don’t know', 'details', { ...details, state: 'XX' }, '/state', /state or territory/],
    ['nothing about OVC', 'details', { ...details, ovcGrantee: '' }, '/ovcGrantee', /funded by OVC/],
    [
      'no supervisor’s name',
      'supervisor',
      { ...supervisor, 'supervisor-name': '' },
      '/supervisor-name',
      /name/,
    ],
    [
      'no supervisor’s e-mail',
      'supervisor',
      { ...supervisor, 'supervisor-email': '' },
      '/supervisor-email',
      /e-mail/,
    ],
    [
      'no supervisor’s role',
      'supervisor',
      { ...supervisor, 'supervisor-role': '' },
      '/supervisor-role',
      /role/,
    ],
    [
      'a paralegal as supervisor',
      'supervisor',
      { ...supervisor, 'supervisor-role': 'paralegal' },
      '/supervisor-role',
      /Choose their role/,
    ],
    [
      'themself as supervisor',
      'supervisor',
      { ...supervisor, 'supervisor-email': 'PAT@legal-aid.example' },
      '/supervisor-email',
      /other than yourself/,
    ],
    ['no kind', 'kind', {}, '/kind', /what kind of help/],
    ['a kind we don’t have', 'kind', { kind: 'mentoring' }, '/kind', /what kind of help/],
    ['no document', 'document', {}, '/documentKind', /Choose the document/],
    ['nothing about T visas', 'tVisa', {}, '/tVisaRelated', /T visa case/],
    ['no topic', 'topics', {}, '/topics', /at least one topic/],
    ['a topic we don’t have', 'topics', { topics: 'tax' }, '/topics', /at least one topic/],
    ['nothing about resources', 'resources', {}, '/reviewedResources', /looked at resources/],
    ['no facts', 'facts', { ...words, facts: '  ' }, '/facts', /Enter the facts/],
    ['no questions', 'facts', { ...words, questions: '' }, '/questions', /at least one question/],
    [
      '20,001 characters of facts',
      'facts',
      { ...words, facts: 'x'.repeat(20_001) },
      '/facts',
      /at most 20000/,
    ],
    [
      'a label of 41 letters',
      'facts',
      { ...words, clientAlias: 'x'.repeat(41) },
      '/clientAlias',
      /at most 40/,
    ],
    ['nothing about dates', 'courtDate', {}, '/deadlineKind', /court or filing date/],
    [
      'a No with a date',
      'courtDate',
      { ...date('12', '1', '2026'), deadlineKind: 'none' },
      '/deadlineKind',
      /chose No/,
    ],
    ['a court date without a date', 'courtDate', date('', '', ''), '/deadline-month', /Enter the date/],
    [
      'a month that only begins like one',
      'courtDate',
      date('marbles', '3', '2027'),
      '/deadline-month',
      /check the month/,
    ],
    ['a month of two letters', 'courtDate', date('Ma', '3', '2027'), '/deadline-month', /check the month/],
    [
      'a year by a slip',
      'courtDate',
      date('12', '18', '3026'),
      '/deadline-year',
      /more than ten years ahead/,
    ],
    [
      'a year of the first century',
      'courtDate',
      date('12', '18', '0026'),
      '/deadline-year',
      /four-digit year/,
    ],
    [
      'the last date there is',
      'courtDate',
      date('12', '31', '9999'),
      '/deadline-year',
      /more than ten years/,
    ],
    ['no day', 'courtDate', date('12', '', '2026'), '/deadline-day', /include a day/],
    ['February 30', 'courtDate', date('2', '30', '2027'), '/deadline-day', /real date/],
    ['February 29 of a common year', 'courtDate', date('2', '29', '2027'), '/deadline-day', /real date/],
    ['month 13', 'courtDate', date('13', '1', '2027'), '/deadline-month', /check the month/],
    [
      'a month nobody knows',
      'courtDate',
      date('Brumaire', '1', '2027'),
      '/deadline-month',
      /check the month/,
    ],
    ['a day in words', 'courtDate', date('12', 'first', '2027'), '/deadline-day', /check the day/],
    ['a year of two numbers', 'courtDate', date('12', '1', '27'), '/deadline-year', /four-digit year/],
    ['yesterday', 'courtDate', date('11', '1', '2026'), '/deadline-month', /has passed/],
  ])('%s', (_name, id, fields, pointer, message) => {
    const answer = read(id, fields);
    expect(answer.ok).toBe(false);
    const errors = errorsOf(answer);
    expect(errors.map((error) => error.pointer)).toContain(pointer);
    const wrong = errors.find((error) => error.pointer === pointer);
    expect(wrong && wordsOf(en, wrong)).toMatch(message);
  });

  test('a license in Calfornia', () => {
    const answer = read('details', { ...details, licensedIn: 'Calfornia' }, attorney);
    expect(errorsOf(answer)).toMatchObject([
      { pointer: '/licensedIn', message: expect.stringContaining('Calfornia') },
    ]);
  });

  test('several at once are all told', () => {
    const answer = read('details', {});
    expect(errorsOf(answer).map((error) => error.pointer)).toEqual(['/name', '/email', '/ovcGrantee']);
  });
});

describe('where an answer leads', () => {
  test.each<[string, StepId, Fields, string | undefined]>([
    [
      'a first T visa declaration: what we offer instead',
      'document',
      { documentKind: 't-visa-initial-declaration' },
      '/request/not-reviewed?document=t-visa-initial-declaration',
    ],
    ['an RFE: on', 'document', { documentKind: 't-visa-rfe' }, undefined],
    [
      'facts with an A-number: the warning',
      'facts',
      { ...words, facts: 'A123456789' },
      '/request/identifiers',
    ],
    [
      'a name in the questions: the warning',
      'facts',
      { ...words, questions: 'May my client Maria work?' },
      '/request/identifiers',
    ],
    ['plain facts: on', 'facts', words, undefined],
    ['a date tomorrow: the notice', 'courtDate', date('11', '3', '2026'), '/request/deadline-soon'],
    ['a date next month, its name written out: on', 'courtDate', date('December', '18', '2026'), undefined],
    ['its name cut: on', 'courtDate', date('dec.', '18', '2026'), undefined],
    ['its name cut as some do: on', 'courtDate', date('Sept', '18', '2027'), undefined],
    ['the last day of ten years: on', 'courtDate', date('11', '2', '2036'), undefined],
  ])('%s', (_name, id, fields, goTo) => {
    const answer = read(id, fields);
    expect(answer).toMatchObject({ ok: true });
    expect(answer.ok && answer.value.goTo).toBe(goTo);
  });

  test('what the person typed is read as they meant it', () => {
    const typed = {
      ...details,
      name: '  Pat Ruiz ',
      email: 'Pat@Legal-Aid.example',
      licensedIn: 'california; NV, Nevada',
      state: 'CA',
    };
    const answer = read('details', typed, attorney);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        draft: {
          details: {
            name: 'Pat Ruiz',
            email: 'pat@legal-aid.example',
            licensedIn: ['CA', 'NV'],
            state: 'CA',
          },
        },
      },
    });
  });

  test('who is signed in can’t give another address', () => {
    const step = FORM_STEPS.find(({ id }) => id === 'details');
    const actor = { kind: 'person' as const, id: 'p', name: 'Pat', email: 'pat@legal-aid.example' };
    const typed = { ...details, email: 'director@desk.example' };
    const answer = step && readStep(step, typed, answered, actor);
    expect(answer).toMatchObject({
      ok: true,
      value: { draft: { details: { email: 'pat@legal-aid.example' } } },
    });
  });
});

describe('a question shown again holds what was answered', () => {
  test.each(
    FORM_STEPS.filter(({ id }) => id !== 'tVisa' && id !== 'document').map(
      (step) => [step.id, step] as const,
    ),
  )('%s', (_id, step) => {
    const fields = step.initial(answered, context());
    expect(readStep(step, fields)).toMatchObject({ ok: true, value: { draft: answered } });
  });
});

describe('only what this role and kind need is asked', () => {
  const step = (id: StepId) => FORM_STEPS.find((one) => one.id === id) as FormStep;
  const asked = (id: StepId, draft: Draft) =>
    step(id)
      .fields(context(draft))
      .flatMap((field) => ('name' in field ? field.name : []));

  test.each(program.roles.map(({ id }) => id))('of a %s', (role) => {
    expect(asked('details', { ...answered, role }).includes('licensedIn')).toBe(role === 'attorney');
  });

  test.each(program.kinds.map(({ id }) => id))('for a %s', (kind) => {
    expect(asked('facts', { ...answered, kind }).includes('clientAlias')).toBe(
      kind !== 'general-information',
    );
  });

  test('what is asked no more is sent no more', () => {
    const licensed = { ...answered.details, licensedIn: ['CA'] } as Draft['details'];
    const student = read('role', { role: 'law-student' }, { ...attorney, details: licensed });
    expect(student).toMatchObject({ value: { draft: { details: { licensedIn: [] } } } });
    const still = read('role', { role: 'attorney' }, { ...attorney, details: licensed });
    expect(still).toMatchObject({ value: { draft: { details: { licensedIn: ['CA'] } } } });
    expect(read('details', { ...details, licensedIn: 'CA' })).toMatchObject({
      value: { draft: { details: { licensedIn: [] } } },
    });
    const labelled: Draft = { ...answered, facts: { facts: 'F', questions: 'Q?', clientAlias: 'R.' } };
    const general = read('kind', { kind: 'general-information' }, labelled);
    expect(general.ok && general.value.draft.facts).toEqual({ facts: 'F', questions: 'Q?' });
  });

  test('fields that may stay empty say so, and no others', () => {
    const optional = FORM_STEPS.flatMap((one) => one.fields(context(attorney))).flatMap((field) =>
      'label' in field && 'name' in field ? [[field.name, field.label.endsWith('(optional)')]] : [],
    );
    const mayStayEmpty = optional.filter(([, is]) => is).map(([name]) => name);
    expect(mayStayEmpty).toEqual(['organization', 'state', 'licensedIn', 'clientAlias']);
  });
});

describe('which resources are suggested', () => {
  const titles = (topics: string[], role?: string, of = program) =>
    suggestedResources({ topics, role }, of).map(({ id }) => id);

  test('those on a chosen topic for this role, the most fitting first, six at most', () => {
    const attorneys = titles(['immigration', 'civil'], 'attorney');
    expect(attorneys).toHaveLength(6);
    const matching = (id: string) =>
      program.resources.find((one) => one.id === id)?.topics.filter((one) => /immigration|civil/.test(one))
        .length ?? 0;
    expect(attorneys.map(matching)).toEqual(attorneys.map(matching).sort((a, b) => b - a));
    expect(matching(attorneys[0] ?? '')).toBe(2);
  });

  test('what is meant for attorneys is not suggested to a case manager', () => {
    const advisory = 'law-enforcement-cooperation-guide';
    expect(titles(['reporting-to-law-enforcement'], 'attorney')).toContain(advisory);
    expect(titles(['reporting-to-law-enforcement'], 'case-manager')).not.toContain(advisory);
    expect(titles(['reporting-to-law-enforcement'])).not.toContain(advisory);
  });

  test('none without a topic, or on one that none is about', () => {
    expect([titles([], 'attorney'), titles(['other'], 'attorney')]).toEqual([[], []]);
  });
});
