import { formText } from '../../../text/form.js';
import { many } from '../../kit/fields.js';
import type { FormStep } from '../step.js';

const text = formText.topics;

export const topicsStep: FormStep = {
  id: 'topics',
  template: 'pages/form/topics.njk',
  title: text.title,
  fields: (draft) => (draft.topics ? { topics: draft.topics } : {}),
  view: (fields, { program }) => ({
    items: program.topics.map(({ id, label }) => ({
      value: id,
      text: label,
      checked: many(fields, 'topics').includes(id),
    })),
  }),
  read(fields, { draft, program }) {
    const chosen = many(fields, 'topics');
    const topics = program.topics.map(({ id }) => id).filter((id) => chosen.includes(id));
    if (topics.length === 0) return { ok: false, errors: [{ pointer: '/topics', message: text.error }] };
    return { ok: true, draft: { ...draft, topics } };
  },
};
