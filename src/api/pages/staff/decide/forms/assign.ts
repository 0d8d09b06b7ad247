import { colleagueWords } from '../../absences/away-words.js';
import { orStandInField, wantsStandIn } from '../../absences/or-stand-in.js';
import { type DecisionSheet, mayAnswer, typedIn } from './sheet.js';

export const assign: DecisionSheet = {
  fields({ staff, due }, texts) {
    const { decisions, roles } = texts.staff;
    const t = decisions.assign.fields;
    return [
      {
        type: 'select',
        name: 'to',
        ...t.to,
        choices: staff.map(({ email, name, role, open, away }) => ({
          value: email,
          text: `${name} (${colleagueWords(
            texts,
            away,
            [roles[role] ?? role, ...(mayAnswer(role) ? [] : [t.to.cannotAnswer]), t.to.openRequests(open)],
            due,
          )})`,
        })),
      },
      ...orStandInField(texts, staff),
    ];
  },
  initial: ({ view }) => ({ to: view.assignee?.email ?? '' }),
  toDecision: (typed) => ({
    to: typedIn(typed, 'to'),
    orStandIn: wantsStandIn(typed),
  }),
};
