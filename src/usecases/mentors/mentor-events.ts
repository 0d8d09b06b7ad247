import { randomUUID } from 'node:crypto';
import type { MentorEventType } from '../../domain/mentors/mentor-statuses.js';
import type { Recording } from '../recording.js';

/** Appends to the past of a mentor's place, under the `id` of the command where one counts once. Nothing of it is ever changed. */
export async function writeMentorEvent(
  { tx, at }: Recording,
  event: { id?: string; mentorId: string; actor: string; type: MentorEventType },
): Promise<void> {
  await tx.mentorEvent.create({ data: { id: randomUUID(), at, ...event } });
}
