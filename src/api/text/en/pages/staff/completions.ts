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
};
