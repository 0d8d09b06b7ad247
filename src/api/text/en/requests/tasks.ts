import type { Group } from './group.js';
import { whileAway } from './while-away.js';

/** What staff still have to do about a request, by when and who. */
const task = { label: 'Task', missing: 'Choose a task.' };
const inside = 'For staff only: nobody outside is told of it.';

export const tasks = {
  decisions: {
    'add-task': {
      link: 'Add a follow-up task',
      title: 'What is to be done, and by when?',
      intro:
        'For staff only. Whoever gets it hears of it, and is reminded on that day; two business days later they are reminded once more, and coordinators with them. An open task ends with its request.',
      button: 'Add the task',
      done: 'Task added.',
      fields: {
        what: {
          label: 'What is to be done',
          hint: 'Leave out names and numbers that could identify a client.',
          missing: 'Write what is to be done.',
        },
        to: { label: 'Who does it', missing: 'Choose who does it.' },
        dueOn: {
          legend: 'By when',
          hint: 'A business day, in numbers: month, day, and the four digits of the year.',
        },
      },
      kept: { what: { staff: 'Task' } },
    },
    'change-task': {
      link: 'Change a task',
      title: 'What changes about the task?',
      intro: 'What you leave empty stays as it is. Whoever gets it anew hears of it.',
      button: 'Change the task',
      done: 'Task changed.',
      fields: {
        task,
        what: { label: 'What is to be done, if that changes' },
        to: { label: 'Who does it', same: 'Whoever has it now' },
        dueOn: {
          legend: 'By when, if that changes',
          hint: 'A business day, in numbers: month, day, and the four digits of the year.',
        },
      },
      kept: { what: { staff: 'Task' } },
    },
    'finish-task': {
      link: 'Finish a task',
      title: 'Which task is done?',
      intro: inside,
      button: 'It is done',
      done: 'Task done.',
      fields: { task },
    },
    'cancel-task': {
      link: 'Cancel a task',
      title: 'Which task is no longer needed?',
      intro: inside,
      button: 'Cancel the task',
      done: 'Task canceled.',
      fields: { task },
    },
  },
  events: {
    'task-added': {
      staff: ({ assigneeId, dueOn, ...data }, names) =>
        `Follow-up task for ${assigneeId ? names.staff(assigneeId) : 'a colleague'}${whileAway(data, names.staff)}${dueOn ? `, due ${names.day(dueOn)}` : ''}.`,
    },
    'task-changed': {
      staff: ({ assigneeId, dueOn, reworded, ...data }, names) =>
        [
          'Follow-up task changed.',
          assigneeId ? `It is for ${names.staff(assigneeId)}${whileAway(data, names.staff)}.` : '',
          dueOn ? `It is due ${names.day(dueOn)}.` : '',
          reworded ? 'What is to be done was written anew.' : '',
        ]
          .filter(Boolean)
          .join(' '),
    },
    'task-done': { staff: () => 'Follow-up task done.' },
    'task-cancelled': { staff: () => 'Follow-up task canceled.' },
    'task-reminded': {
      staff: ({ assigneeId }, names) =>
        `${assigneeId ? names.staff(assigneeId) : 'A colleague'} reminded of a follow-up task due today.`,
    },
    'task-overdue': {
      staff: ({ assigneeId }, names) =>
        `${assigneeId ? names.staff(assigneeId) : 'A colleague'} and coordinators reminded of a follow-up task that is overdue.`,
    },
  },
  mails: {
    'task-assigned': 'Follow-up task',
    'task-due': 'Follow-up task due',
    'task-overdue': 'Follow-up task overdue',
    'task-ended': 'Follow-up tasks ended with a request',
  },
} satisfies Group;
