import type { NamedRequest } from '../../../../usecases/requests/merged-requests.js';
import type { Texts } from '../../../text/texts.js';
import { staffPaths } from '../staff-paths.js';

/** Where to read the requests that were merged into one: whoever answers it answers them. */
export const othersCases = (texts: Texts, answersToo: readonly NamedRequest[]) =>
  answersToo.map(({ id, reference }) => ({
    href: staffPaths.request(id),
    text: texts.staff.request.othersCase(reference),
  }));
