import { OPEN_STATUSES, type RequestStatus } from '../../domain/requests/statuses.js';
import { named, type Sql, sql } from '../sql.js';

/** Rows of `ta_request r` with one of these: literals, as an index has them, so that the planner sees that it fits. */
export const oneOfStatuses = (statuses: readonly RequestStatus[]): Sql =>
  sql`r.status IN (${named(statuses.map((status) => `'${status}'`).join(', '))})`;

/** Open; written as in the indexes of the open ones. */
export const IS_OPEN = oneOfStatuses(OPEN_STATUSES);
