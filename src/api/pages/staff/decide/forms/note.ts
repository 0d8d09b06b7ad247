import { handleOf, namesNobody } from '../../../../../domain/people/mentions.js';
import { one } from '../../../kit/fields.js';
import { awayWords } from '../../absences/away-words.js';
import { type DecisionSheet, typedIn, words } from './sheet.js';

export const note: DecisionSheet = {
  fields({ staff }, texts) {
    const { decisions } = texts.staff;
    const t = decisions.note.fields;
    const choices = staff.map((one) => ({
      value: one.id,
      text: [t.mention.somebody(one.name, handleOf(one)), awayWords(texts, one.away)]
        .filter(Boolean)
        .join(', '),
    }));
    return [
      { ...words('body', t.body), namesFrom: 'mention' },
      {
        type: 'select',
        name: 'mention',
        label: t.mention.label,
        hint: t.mention.hint,
        choices: [{ value: '', text: t.mention.nobody }, ...choices],
      },
    ];
  },
  said: (typed, staff) => (namesNobody(one(typed, 'body'), staff) ? 'unnamed=1' : null),
  toDecision(typed) {
    const chosen = typedIn(typed, 'mention');
    return { body: typedIn(typed, 'body'), ...(chosen ? { mentions: [chosen] } : {}) };
  },
};
