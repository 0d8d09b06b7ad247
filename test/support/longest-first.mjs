import { sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** Folders whose files take longest; a long file begun last would keep one worker busy and the others idle. */
const LONG = ['chaos', 'e2e', 'workflows', 'confidentiality', 'infrastructure'];

/** The order of a run that remembers no times of an earlier one; where there are times, jest's own order. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const usual = [...super.sort(tests)];
    if (usual.some(({ duration }) => duration !== undefined)) return usual;
    const rank = ({ path }) => {
      const at = LONG.findIndex((folder) => path.includes(`${sep}test${sep}${folder}${sep}`));
      return at < 0 ? LONG.length : at;
    };
    return usual.sort((one, other) => rank(one) - rank(other));
  }
}
