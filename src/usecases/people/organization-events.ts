import { randomUUID } from 'node:crypto';
import type { Recording } from '../recording.js';

/** What can become of the record of an organization. */
export const ORGANIZATION_EVENTS = ['corrected', 'merged'] as const;
export type OrganizationEventType = (typeof ORGANIZATION_EVENTS)[number];

/** Appends to the past of an organization's record. Nothing of it is ever changed. */
export async function writeOrganizationEvent(
  { tx, at }: Recording,
  event: { organizationId: string; actor: string; type: OrganizationEventType; otherId?: string },
): Promise<void> {
  await tx.organizationEvent.create({ data: { id: randomUUID(), at, ...event } });
}
