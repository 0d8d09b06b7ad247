import { type Sql, sql } from '../sql.js';

/**
 * What a request is found by beside its status, as one array: an index of it finds what few have, whichever that is, and
 * however many filters are set. Written as in its index.
 */
const FACETS = sql`(r.topics || ARRAY['kind:' || r.kind, 'document:' || r.document_kind, 'state:' || r.requester_state,
  'supervisor:' || r.supervisor_status, CASE WHEN r.escalation_level > 0 THEN 'is:escalated' END])`;

type Facet = `${'kind' | 'document' | 'state' | 'supervisor'}:${string}` | 'is:escalated';

/** A row of `ta_request r` has it. */
export const hasFacet = (facet: Facet): Sql => sql`${FACETS} @> ARRAY[${facet}]::text[]`;

/** The ids of topics stand there as they are: no other facet is without a colon. */
export const hasTopic = (topic: string): Sql => sql`${FACETS} @> ARRAY[${topic}]::text[]`;
