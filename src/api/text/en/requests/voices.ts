import type { NextWords } from '../../next-words.js';

/** How one reader is spoken to: the requester as "you", or about them, to their supervisor. */
export interface Voice {
  your: 'your' | 'the requester’s';
  hear: string;
}

export const YOU: Voice = { your: 'your', hear: 'You will hear from us by' };
export const THEM: Voice = { your: 'the requester’s', hear: 'We will answer by' };

/** The earlier day first, then the promise. */
export const by = ({ court, due }: NextWords, { your, hear }: Voice): string => {
  if (!court) return due ? ` ${hear} ${due}.` : '';
  const latest = due ? `, and will answer no later than ${due}` : '';
  return court.aim
    ? ` We aim to answer by ${court.aim} because ${your} ${court.name} is ${court.date}${latest}.`
    : ` ${capital(your)} ${court.name}, ${court.date}, is very close. We will try to answer before it${latest}.`;
};

/** While we wait for the requester: their own date does not wait, and `act` and the supervisor's yes would help. */
export const hurry = (words: NextWords, { your }: Voice, act: string): string => {
  const { court } = words;
  if (!court) return '';
  const date = ` ${capital(your)} ${court.name} is ${court.date}, and that date does not wait.`;
  const ask = words.supervisorAwaited ? `, and ask ${words.supervisor} to look for our e-mail` : '';
  return court.aim
    ? `${date} To get our answer by ${court.aim}, ${act} soon${ask}.`
    : `${date} Please ${act} right away${ask}.`;
};

export const selfAssessments = ({ courseCount }: NextWords): string =>
  ['the self-assessments', 'the self-assessment', 'both self-assessments'][courseCount] ??
  'the self-assessments';

/** The other thing that holds our answer back. */
export const alsoAwaited = (words: NextWords, what: string): string =>
  words.supervisorAwaited ? ` We can send our answer once ${words.supervisor} has confirmed ${what}.` : '';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
