import { DATE_HINT } from '../date.js';

/** Words of the page where a completion is recorded. */
export const completionsText = {
  title: 'Record a completion',
  intro:
    'Most completions arrive by themselves. Record one by hand when somebody shows you a certificate. Clocks that wait for the course start by themselves.',
  email: { label: 'E-mail address', missing: 'Enter the e-mail address the person uses here.' },
  course: { label: 'Course', missing: 'Choose a course.' },
  passed: { legend: 'Result', yes: 'Passed', no: 'Not passed', missing: 'Choose passed or not passed.' },
  score: { label: 'Score in percent (optional)', invalid: 'Enter a whole number from 0 to 100.' },
  date: {
    legend: 'Completed on',
    hint: DATE_HINT,
    future: 'Enter a date that is not in the future.',
  },
  save: 'Record',
  saved: 'Recorded.',
  known: 'This completion was known already.',
  recordedDoubtful: 'Recorded. Score and result don’t agree, so it waits below for your decision.',
  settled: 'Decided.',
  doubtful: {
    title: 'Score and result don’t agree',
    waits: (n: number) => `${n} ${n === 1 ? 'result waits' : 'results wait'} for a decision`,
    lead: 'Until somebody decides, these count as not passed. Ask the person for their certificate if you are not sure.',
    more: (shown: number, count: number) => `The oldest ${shown} of ${count} are shown.`,
    said: (words: { passed: boolean; percent: number; mark: number; on: string; source: string }) =>
      `${words.passed ? 'Said to be passed' : 'Said to be not passed'} with ${words.percent} percent, on ${words.on}; passing takes ${words.mark}. From: ${words.source}.`,
    yes: 'Counts as passed',
    no: 'Does not count',
    hidden: (name: string, course: string) => `: ${course}, ${name}`,
  },
};
