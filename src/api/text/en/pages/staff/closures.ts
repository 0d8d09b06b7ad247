import { count } from '../count.js';
import { DATE_HINT } from '../date.js';

/** Words of the pages of office closures. */
const closuresText = {
  title: 'Office closures',
  intro:
    'A closure moves the due dates of open requests that count on its days. Each of those requesters gets one mail, however many days it has.',
  date: {
    legend: 'First day the office is closed',
    hint: DATE_HINT,
  },
  until: {
    legend: 'Last day (optional)',
    hint: 'Leave it empty if the office is closed for one day.',
    what: 'The last day',
  },
  span: (from: string, until: string) => `${from}, to ${until}`,
  name: {
    label: 'Name of the closure',
    hint: 'Everybody can read it: it stands wherever days are counted, and in the mails about new dates.',
    missing: 'Enter a name.',
  },
  addHeading: 'Add a closure',
  preview: 'See whom it moves',
  previewTitle: 'Check before adding',
  removeTitle: 'Remove this closure?',
  removeHint:
    'All its days from today on are opened again. Due dates may come closer, never to less than 5 business days from now. The requesters are told.',
  add: 'Add the closure',
  remove: 'Remove',
  removeButton: 'Remove the closure',
  moves: (n: number) =>
    n === 0 ? 'It moves no due date.' : `It moves ${count(n, 'due date')}. Each requester gets a mail.`,
  calls: 'Calls fall into it. Coordinators are told of each by mail:',
  callCancels: (at: string) => `: cancelled by itself on ${at}, unless staff confirm that it takes place`,
  callStands: ': too near to be cancelled by itself; it takes place unless staff cancel or move it',
  cancelledCalls:
    'Calls that fall into it are cancelled already, since the office was to be closed. They stay cancelled:',
  columns: { date: 'Days', name: 'Name', request: 'Request', from: 'Due now', to: 'Due then' },
  empty: 'No closures are entered.',
  listHeading: 'Closures to come',
  done: {
    added: 'Closure added. It moves no due date.',
    'added-moving': 'Closure added. Due dates are being moved.',
    removed: 'Closure removed. No due date moves.',
    'removed-moving': 'Closure removed. Due dates are being moved.',
  } as Record<string, string>,
  directorOnly: 'Directors add and remove closures.',
  back: 'Back to closures',
};

/** By the addresses of their pages, which share them. */
export const closuresTexts = {
  closures: closuresText,
  'closures/preview': closuresText,
  'closures/:date/remove': closuresText,
};
