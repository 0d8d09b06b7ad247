import { STATUSES } from '../../requests/collected.js';
import { clockText } from './clock.js';
import { removeDocumentText } from './documents.js';
import { listText } from './list.js';
import { requestPageText } from './request-page.js';
import { responseText, sentText } from './sent.js';
import { supervisorText } from './supervisor.js';

/** Words of the requester's own pages, and of what their supervisor sees. */
export const requestText = {
  statuses: STATUSES.requester,
  statusesForSupervisor: STATUSES.supervisor,
  /** `court date`; null: either kind. */
  courtName: (kind: string | null): string => `${kind ?? 'court or filing'} date`,
  unnamedSupervisor: 'the supervisor',
  list: listText,
  page: requestPageText,
  /** What was just done, said once on the request's page. */
  done: {
    answer: 'Your answer was sent.',
    document: 'The document was added.',
    removal: 'The document was removed, and its contents were erased.',
    withdrawal: 'The request was withdrawn.',
    'court-date': 'The court or filing date was saved.',
    supervisor: 'We have asked the supervisor you named to confirm.',
  },
  sent: sentText,
  clock: clockText,
  removeDocument: removeDocumentText,
  response: responseText,
  supervisor: supervisorText,
};
