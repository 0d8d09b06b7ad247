import type { NamedRequest } from '../../../../usecases/requests/merged-requests.js';
import { requestText } from '../../../text/staff-request.js';
import { staffPaths } from '../staff-paths.js';

/** Where to read the requests that were merged into one: whoever answers it answers them. */
export const othersCases = (answersToo: readonly NamedRequest[]) =>
  answersToo.map(({ id, reference }) => ({
    href: staffPaths.request(id),
    text: requestText.othersCase(reference),
  }));
