import { topicLabels } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import { formText } from '../../../text/en/pages/form.js';
import { many } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormStep } from '../step.js';

const text = formText.topics;

export const topicsStep: FormStep = {
  id: 'topics',
  title: text.title,
  answered: ({ topics }) => (topics?.length ?? 0) > 0,
  fields: ({ program }) => [
    {
      type: 'checkboxes',
      name: 'topics',
      legend: text.title,
      size: 'heading',
      hint: text.hint,
      choices: program.topics.map(({ id, label }) => ({ value: id, text: label })),
      missing: text.error,
    },
  ],
  initial: ({ topics }) => (topics ? { topics } : {}),
  read(fields, { draft, program }) {
    const chosen = many(fields, 'topics');
    const topics = program.topics.map(({ id }) => id).filter((id) => chosen.includes(id));
    if (topics.length === 0) return wrongFields([{ pointer: '/topics', message: text.error }]);
    return ok({ draft: { ...draft, topics } });
  },
  section: 'request',
  rows: ({ topics }, program) => [['topics', topicLabels(program, topics ?? [])]],
  sends: ({ topics }) => ({ topics }),
  taken: ({ topics }) => ({ topics }),
  pointers: ['/topics'],
};
