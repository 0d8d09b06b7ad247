import { listed } from '../../../../../domain/text/listed.js';

const columns = {
  open: 'Open',
  inProgress: 'In progress',
  inReview: 'In review',
  waiting: 'Waiting on the requester',
  overdue: 'Overdue',
  week: 'Due in 7 days',
  nextWeek: 'Due in the 7 days after',
  followUps: 'Follow-up questions',
  withTasks: 'With a task',
  tasksDue: 'With a task due',
};

/** Who has how much, and handing it over. */
export const workloadTexts = {
  workload: {
    title: 'Workload',
    lead: 'Requests by whom they are assigned to, and requests with a follow-up task of theirs. Each number leads to what it counts.',
    person: 'Person',
    nobody: 'Nobody yet',
    left: 'May not sign in',
    move: 'Hand over',
    columns,
  },
  'colleagues/:id/reassign': {
    title: (name: string) => `Hand over the work of ${name}`,
    lead: 'Each is assigned as if you did it one by one: whoever gets it hears of it, and deadlines stay as they are.',
    nothing: (name: string) => `Nothing is open of ${name}.`,
    first: (shown: number, all: number) => `These are the first ${shown} of ${all}. What is left comes next.`,
    requests: 'Requests',
    request: (reference: string, status: string) => `${reference}, ${status}`,
    followUp: 'follow-up question to answer',
    tasks: 'Follow-up tasks',
    task: (reference: string, day: string) => `${reference}, due ${day}`,
    to: { label: 'To whom', missing: 'Choose who gets them.', nobody: 'Choose somebody' },
    spread: 'Several, each to whoever has least',
    chooseSome: 'Choose at least one request or task.',
    button: 'Hand over',
    back: 'Back to the workload',
    goOn: (n: number, name: string) => `${n} left of ${name}: go on`,
    result: (moved: number, already: number, stays: number, refused: number) =>
      listed([
        `${moved} handed over`,
        ...(already > 0 ? [`${already} not theirs any more`] : []),
        ...(stays > 0 ? [`${stays} left where ${stays === 1 ? 'it was' : 'they were'}`] : []),
        ...(refused > 0 ? [`${refused} not handed over`] : []),
      ]),
    what: { request: 'Request', task: 'Task of' },
    has: {
      moved: (name: string) => `To ${name}`,
      already: (name: string) => `Was with ${name} already`,
      stays: (name: string) => `Stays with ${name}, who stands in for the person you chose`,
      refused: (name: string) => `Stays with ${name}`,
    },
    outcome: {
      moved: 'Handed over',
      already: 'Was not theirs any more',
      stays: 'Stays with whoever stands in',
      refused: 'Not handed over',
    },
    columns: { request: 'What', outcome: 'What became of it' },
    caption: 'What became of each',
  },
};
