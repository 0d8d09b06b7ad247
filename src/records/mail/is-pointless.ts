import type { Database } from '../../activities/ports.js';
import { isOpen, type RequestStatus } from '../../domain/requests/status.js';

/** Kinds that only make sense while the request is still open. */
const WHILE_OPEN = new Set([
  'prerequisites-needed',
  'prerequisites-reminder',
  'information-requested',
  'information-reminder',
  'unassigned-reminder',
  'due-reminder',
  'escalation',
  'delay-notice',
  'extension-notice',
  'deadline-warning',
  'deadline-moved',
  'supervisor-confirmation',
]);

/** Asked at sending: has the fact come that would have prevented this mail? */
export async function isPointless(
  db: Database,
  row: { kind: string; aboutId: string | null },
): Promise<boolean> {
  if (!WHILE_OPEN.has(row.kind) || !row.aboutId) return false;
  const request = await db.taRequest.findUnique({ where: { id: row.aboutId }, select: { status: true } });
  return request !== null && !isOpen(request.status as RequestStatus);
}
