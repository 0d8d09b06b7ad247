import { SCAN_LATE_HOURS } from '../../domain/documents/scan-states.js';
import { type Sql, sql } from '../sql.js';

const HOUR_MS = 3_600_000;

/** Requests with a document that waits longer for its scan than it should, or could not be scanned. */
export const scansLate = (at: Date): Sql => sql`
  SELECT request_id FROM case_document WHERE scan IN ('waiting', 'unchecked')
    AND created_at < ${new Date(at.getTime() - SCAN_LATE_HOURS * HOUR_MS)}`;
