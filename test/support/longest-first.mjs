import { sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/**
 * What takes longest, by how much of a processor it needs: files, then folders. A long one begun last would keep one
 * worker busy and the others idle.
 */
const LONG = [
  ...[
    'e2e/staff-pages',
    'e2e/journey',
    'confidentiality/canary',
    'workflows/lifecycle',
    'workflows/deadlines',
  ],
  ...[
    'drills',
    'api/hostile-forms',
    'api/pages/staff/staff-pages',
    'chaos',
    'e2e',
    'workflows',
    'infrastructure',
  ],
  ...['api/pages', 'api/bad-input', 'api/hostile-input', 'code.test', 'replay', 'cli'],
];

/** The order of a run that remembers no times of an earlier one; where there are times, jest's own order. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const usual = [...super.sort(tests)];
    if (usual.some(({ duration }) => duration !== undefined)) return usual;
    const rank = ({ path }) => {
      const at = LONG.findIndex((start) => path.includes(`${sep}test${sep}${start.replaceAll('/', sep)}`));
      return at < 0 ? LONG.length : at;
    };
    return usual.sort((one, other) => rank(one) - rank(other));
  }
}
