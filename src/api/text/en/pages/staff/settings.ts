import { count } from '../count.js';

/** Words of the page of settings. */
export const settingsText = {
  title: 'Settings',
  heading: 'High volume',
  intro: (threshold: number) =>
    `At high volume some requesters come first: OVC grantees, those with a court or filing deadline, those who completed a training. It turns on by itself from ${count(threshold, 'open request')} on.`,
  now: (open: number, high: boolean) =>
    `${count(open, 'request')} ${open === 1 ? 'is' : 'are'} open; volume counts as ${high ? 'high' : 'normal'} now.`,
  legend: 'High volume',
  on: 'On, whatever the number',
  off: 'By itself, from the number of open requests',
  missing: 'Choose one.',
  save: 'Save',
  saved: 'Saved.',
};
