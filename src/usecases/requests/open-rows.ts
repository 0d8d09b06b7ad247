import { OPEN_STATUSES } from '../../domain/requests/statuses.js';
import { named, sql } from '../sql.js';

/** Open, of rows of `ta_request r`; written as in the indexes of the open ones, so that the planner sees that they fit. */
export const IS_OPEN = sql`r.status IN (${named(OPEN_STATUSES.map((status) => `'${status}'`).join(', '))})`;
