import { randomUUID } from 'node:crypto';
import type { Recording } from '../recording.js';

/** What can become of the record of a person. */
export type PersonEventType = 'address-added' | 'address-proved' | 'merged';

/** Appends to the past of a person's record. Nothing of it is ever changed. */
export async function writePersonEvent(
  { tx, at }: Recording,
  event: { personId: string; actor: string; type: PersonEventType; email?: string; otherId?: string },
): Promise<void> {
  await tx.personEvent.create({ data: { id: randomUUID(), at, ...event } });
}
