import { topicLabels } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import type { Texts } from '../../../text/texts.js';
import { many } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormStep } from '../step.js';

const words = ({ requester }: Texts) => requester.form.topics;

export const topicsStep: FormStep = {
  id: 'topics',
  title: (texts) => words(texts).title,
  answered: ({ topics }) => (topics?.length ?? 0) > 0,
  fields({ program, texts }) {
    const text = words(texts);
    return [
      {
        type: 'checkboxes',
        name: 'topics',
        legend: text.title,
        size: 'heading',
        hint: text.hint,
        choices: program.topics.map(({ id, label }) => ({ value: id, text: label })),
        missing: text.error,
      },
    ];
  },
  initial: ({ topics }) => (topics ? { topics } : {}),
  read(fields, { draft, program, texts }) {
    const chosen = many(fields, 'topics');
    const topics = program.topics.map(({ id }) => id).filter((id) => chosen.includes(id));
    if (topics.length === 0) return wrongFields([{ pointer: '/topics', message: words(texts).error }]);
    return ok({ draft: { ...draft, topics } });
  },
  section: 'request',
  rows: (_texts, { topics }, program) => [['topics', topicLabels(program, topics ?? [])]],
  sends: ({ topics }) => ({ topics }),
  taken: ({ topics }) => ({ topics }),
  pointers: ['/topics'],
};
