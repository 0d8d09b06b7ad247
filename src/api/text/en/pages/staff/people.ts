import { count } from '../count.js';

/** Words of the pages about who is on staff. */
const peopleText = {
  reset: {
    link: 'Their second factor is lost: reset it',
    title: (name: string) => `Reset the second factor of ${name}`,
    lead: 'Two admins do this together, and neither of them for themselves: whoever gets in by it reads everything this person may read. Speak with the person first, by a number you know.',
    nobody: 'Nobody has asked for it lately. Another admin confirms it on this page, within a day.',
    asked: (name: string, when: string) => `${name} asked for it ${when}.`,
    ask: 'Ask for a reset',
    confirm: 'Confirm and reset it',
    leave: 'Leave it as it is',
    done: 'The second factor is reset, and the person signed out. All admins are told.',
    askedDone: 'It is asked for. Another admin confirms it on the same page, within a day.',
  },
  title: 'Staff',
  add: 'Add somebody',
  addTitle: 'Add a staff member',
  changeTitle: (name: string) => `Change ${name}`,
  name: { label: 'Name' },
  email: {
    label: 'E-mail address',
    hint: 'They sign in with a link sent there.',
  },
  role: { legend: 'Role' },
  roleHints: {
    coordinator: 'Assigns, asks back, redirects, declines for scope. Writes no answers.',
    attorney: 'All that, and writes and reviews answers.',
    reviewer: 'Writes and reviews answers.',
    director: 'All that, and closures, second extensions, declining for ethics.',
    admin: 'Everything, and staff and API keys.',
  } as Record<string, string>,
  active: { legend: 'May sign in', yes: 'Yes', no: 'No, not any more' },
  to: {
    label: 'Who gets what is open of theirs',
    hint: 'If they may not sign in any more. They are signed out and their API keys end at once.',
    nobody: 'Choose somebody',
    spread: 'Several, each to whoever has least',
    colleague: (name: string, open: number) => `${name} (${count(open, 'open request')})`,
    leave: 'Nobody yet: coordinators find it under Workload',
  },
  handOver: (open: number) =>
    `Hand over what is open of theirs: ${open === 1 ? '1 request or task' : `${open} requests and tasks`}`,
  save: 'Save',
  columns: { name: 'Name', role: 'Role', state: 'May sign in', open: 'Open requests' },
  change: 'Change',
  added: 'Added. They can sign in with their e-mail address.',
  changed: 'Saved.',
  deactivated:
    'They may not sign in any more. Their sessions and API keys have ended, and nothing open is theirs.',
  back: 'Back to staff',
};

/** By the addresses of their pages, which share them. */
export const peopleTexts = {
  people: peopleText,
  'people/add': peopleText,
  'people/:id': peopleText,
  'people/:id/reset': peopleText,
};
