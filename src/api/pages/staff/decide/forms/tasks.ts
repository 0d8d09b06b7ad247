import type { Texts } from '../../../../text/texts.js';
import { noDateTyped, readDate } from '../../../kit/date-field.js';
import type { Fields } from '../../../kit/fields.js';
import type { Choice, Field } from '../../../kit/form.js';
import { colleagueWords } from '../../absences/away-words.js';
import { orStandInField, wantsStandIn } from '../../absences/or-stand-in.js';
import type { FormContext } from '../decision-form.js';
import { type DecisionSheet, typedIn, words } from './sheet.js';

const people = ({ staff }: FormContext, texts: Texts): Choice[] =>
  staff.map(({ email, name, role, away }) => ({
    value: email,
    text: `${name} (${colleagueWords(texts, away, [texts.staff.roles[role] ?? role])})`,
  }));

/** Which of the open ones; the page that leads here may have said. */
const which = ({ tasks }: FormContext, t: { label: string; missing: string }): Field => ({
  type: 'select',
  name: 'task',
  ...t,
  choices: tasks,
});

const asked: NonNullable<DecisionSheet['initial']> = (_request, _content, { task }) => (task ? { task } : {});

const date = (typed: Fields, texts: Texts) => {
  const read = readDate(texts, typed, 'dueOn');
  return read.ok ? read.date : undefined;
};

const wrongDate = (typed: Fields, texts: Texts) => {
  const read = readDate(texts, typed, 'dueOn');
  return read.ok ? [] : read.errors;
};

export const addTask: DecisionSheet = {
  fields(context, texts) {
    const t = texts.staff.decisions['add-task'].fields;
    return [
      words('what', t.what, 3),
      { type: 'select', name: 'to', ...t.to, choices: people(context, texts) },
      ...orStandInField(texts, context.staff),
      { type: 'date', name: 'dueOn', ...t.dueOn },
    ];
  },
  initial: ({ view }) => ({ to: view.assignee?.email ?? '' }),
  wrong: wrongDate,
  toDecision: (typed, texts) => ({
    what: typedIn(typed, 'what'),
    to: typedIn(typed, 'to'),
    orStandIn: wantsStandIn(typed),
    dueOn: date(typed, texts),
  }),
};

export const changeTask: DecisionSheet = {
  fields(context, texts) {
    const t = texts.staff.decisions['change-task'].fields;
    return [
      which(context, t.task),
      {
        type: 'select',
        name: 'to',
        label: t.to.label,
        choices: [{ value: '', text: t.to.same }, ...people(context, texts)],
      },
      ...orStandInField(texts, context.staff),
      { type: 'date', name: 'dueOn', ...t.dueOn },
      words('what', t.what, 3),
    ];
  },
  initial: asked,
  wrong: (typed, texts) => (noDateTyped(typed, 'dueOn') ? [] : wrongDate(typed, texts)),
  toDecision: (typed, texts) => ({
    task: typedIn(typed, 'task'),
    what: typedIn(typed, 'what'),
    to: typedIn(typed, 'to'),
    ...(typedIn(typed, 'to') ? { orStandIn: wantsStandIn(typed) } : {}),
    dueOn: noDateTyped(typed, 'dueOn') ? undefined : date(typed, texts),
  }),
};

export const finishTask: DecisionSheet = {
  fields: (context, { staff }) => [which(context, staff.decisions['finish-task'].fields.task)],
  initial: asked,
};

export const cancelTask: DecisionSheet = {
  fields: (context, { staff }) => [which(context, staff.decisions['cancel-task'].fields.task)],
  initial: asked,
};
