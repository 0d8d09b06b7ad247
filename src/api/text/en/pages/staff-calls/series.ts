import { DATE_HINT } from '../date.js';

/** Words of the page on which a series is changed. */

export const seriesText = {
  title: (name: string) => `Change the series: ${name}`,
  back: 'Back to calls',
  skip: {
    heading: 'Skip a date',
    intro:
      'A call that is planned already is cancelled on its own page instead, so that its registrants are told.',
    legend: 'Date of the call to skip',
    button: 'Skip this date',
    notACall: 'This series has no call on that day.',
  },
  extra: {
    heading: 'Add an extra call',
    intro: (time: string) =>
      `It begins at ${time} Pacific time; move it on its page if it should begin at another hour.`,
    legend: 'Date of the extra call',
    topic: 'Topic',
    button: 'Add the call',
    past: 'Choose a date that is still to come.',
    taken: 'There is a call on that day already.',
  },
  pause: {
    heading: 'Pause the series',
    intro:
      'No further calls are planned until somebody resumes it. Calls planned already stay; cancel them on their own pages.',
    button: 'Pause the series',
  },
  resume: {
    heading: 'Resume the series',
    intro: 'Calls are planned again from today on. What lay in between does not come back.',
    button: 'Resume the series',
  },
  date: { hint: DATE_HINT },
  topicMissing: 'Choose a topic.',
  done: {
    skip: 'The date is skipped.',
    extra: 'The extra call is planned.',
    pause: 'The series is paused.',
    resume: 'The series goes on.',
  } as Record<string, string>,
};
