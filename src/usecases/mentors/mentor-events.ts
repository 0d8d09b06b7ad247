import { randomUUID } from 'node:crypto';
import type { MentorEventType } from '../../domain/mentors/mentor-statuses.js';
import type { Recording } from '../recording.js';

/** Appends to the past of a mentor's place, under its command: nothing of it is ever changed. */
export async function writeMentorEvent(
  { tx, at }: Recording,
  { commandId, ...event }: { mentorId: string; actor: string; type: MentorEventType; commandId?: string },
): Promise<void> {
  await tx.mentorEvent.create({ data: { id: commandId ?? randomUUID(), at, ...event } });
}

/** A button pressed twice counts once. Asked under the mentor's lock. */
export async function isMentorEventWritten(
  { tx }: Recording,
  { mentorId, commandId }: { mentorId: string; commandId: string },
): Promise<boolean> {
  return (await tx.mentorEvent.count({ where: { id: commandId, mentorId } })) > 0;
}
