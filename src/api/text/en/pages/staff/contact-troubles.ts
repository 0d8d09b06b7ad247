import { count } from '../count.js';

const AWAY = 'NationBuilder is busy or away; it is tried again by itself.';
const LET_IN = 'The desk is not let in there: an administrator has to connect it again.';

/** What is wrong between the desk and NationBuilder, as staff read it. */
export const contactTroubleText = {
  heading: 'NationBuilder',
  intro:
    'What people choose here about mail is told there, and what they choose there counts here. Their choice here counts at once, told or not.',
  reading: 'What people choose there can’t be read at present.',
  meanwhile:
    'Before each mail to a list NationBuilder is asked all the same; without an answer it is not sent.',
  telling: (n: number) => `${count(n, 'choice')} could not be told yet`,
  columns: { email: 'Address', why: 'Why' },
  more: (n: number) => `${n} more are not shown.`,
  codes: {
    'not-connected': LET_IN,
    'reconnect-needed': LET_IN,
    'bad-credentials': LET_IN,
    unauthorized: LET_IN,
    forbidden:
      'The desk may not read and change people there: an administrator has to give it the permission.',
    invalid: 'NationBuilder does not take this address. Look whether it is written right.',
    'bad-request': 'NationBuilder does not take this address. Look whether it is written right.',
    'change-ignored': 'NationBuilder did not carry it out. Make the change there by hand.',
  } as Record<string, string>,
  other: AWAY,
};

export function whyNot(code: string): string {
  return contactTroubleText.codes[code] ?? contactTroubleText.other;
}
