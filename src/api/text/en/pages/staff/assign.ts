import { listed } from '../../../../../domain/text/listed.js';
import { count } from '../count.js';

/** Giving several requests to one of the staff at once. */
export const assignText = {
  title: 'Assign several requests',
  lead: 'Whoever you choose is told of each, as if you had assigned them one by one: by mail at once, or in their daily digest where nothing presses.',
  chosen: 'Requests',
  choice: (reference: string, name: string) => `${reference}, ${name}`,
  chooseSome: 'Choose at least one request.',
  tooMany: (most: number) => `Choose at most ${most} requests.`,
  to: { label: 'Assign to', missing: 'Choose who should answer them.', nobody: 'Choose somebody' },
  button: 'Assign',
  ofChosen: 'Assign the chosen ones',
  back: 'Back to the queue',
  noneChosen: 'No request was chosen. Mark some in the list, then assign them.',
  who: (name: string) => `Given to ${name}`,
  /** `17 assigned, 1 not` */
  result: (assigned: number, already: number, refused: number) => {
    const parts = [
      `${assigned} assigned`,
      ...(already > 0 ? [`${already} theirs already`] : []),
      ...(refused > 0 ? [`${refused} not`] : []),
    ];
    return listed(parts);
  },
  outcome: { assigned: 'Assigned', already: 'Was theirs already', refused: 'Not assigned' },
  /** Where not all of them went to the same. */
  has: {
    assigned: (name: string) => `Assigned to ${name}`,
    already: (name: string) => `Was with ${name} already`,
  },
  columns: { request: 'Request', outcome: 'What became of it' },
  caption: (n: number) => `What became of ${count(n, 'request')}`,
};
