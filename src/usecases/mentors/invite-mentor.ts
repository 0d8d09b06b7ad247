import { OTHER_ROLE } from '../../domain/calls/registration-facts.js';
import type { MentorInvitation } from '../../domain/mentors/mentor.schema.js';
import { type MentorStatus, mayBeInvited } from '../../domain/mentors/mentor-statuses.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { isTopic, roleOf } from '../../domain/program/lookup.js';
import type { Program } from '../../domain/program/program.schema.js';
import { ok, type Refusal, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { RecordServices, Services } from '../../ports/services.js';
import { findOrCreatePerson } from '../people/find-or-create-person.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { hashToken } from '../tokens.js';
import { isMentorEventWritten, writeMentorEvent } from './mentor-events.js';
import { mentorToken } from './mentor-link.js';
import type { MentorRow } from './mentor-row.js';
import type { MentorView } from './mentor-view.schema.js';
import { queueMentorMail } from './queue-mentor-mail.js';
import { readMentor } from './read-mentor.js';

const DAY_MS = 86_400_000;

/**
 * Asks somebody to be a mentor: they are in the pool once they say yes themselves. The same `commandId` is the same
 * invitation. Refuses `forbidden`, `not-allowed-now` (asked already, or in the pool), `invalid`.
 */
export async function inviteMentor(
  services: Services,
  actor: Actor,
  { email, name, role, topics, states, capacity }: MentorInvitation,
  { commandId: id }: { commandId: string },
): Promise<Result<MentorView>> {
  if (!may(actor, 'mentors.keep')) return refuse('only-staff-keep-mentors');
  const { program } = services.programs.current();
  const wrong = wrongTopic(program, topics);
  if (wrong) return wrong;
  if (role && !roleOf(program, role)) return refuseAt('/role', 'mentor-role');
  const invited = await recordingOrRefusal(services, async (rec): Promise<Result<string>> => {
    const { tx } = rec;
    const known = await tx.personEmail.findUnique({ where: { email } });
    if (!known && !name) return refuseAt('/name', 'mentor-name');
    // Until they say so themselves, as of anybody whose mail came in first.
    const facts = { name: name ?? email, email, role: role ?? OTHER_ROLE };
    const person = await findOrCreatePerson(tx, facts, rec.at);
    const before = await tx.mentor.findUnique({ where: { personId: person.id } });
    if (before?.id === id) return ok(id);
    if (before && (await isMentorEventWritten(rec, { mentorId: before.id, commandId: id }))) {
      return ok(before.id);
    }
    if (before && (before.status === 'invited' || !mayBeInvited(before.status as MentorStatus))) {
      return refuse('mentor-already');
    }
    const asked = { email, topics, states, capacity, pausedUntil: null };
    const row = before
      ? await tx.mentor.update({ where: { id: before.id }, data: asked })
      : await tx.mentor.create({
          data: {
            id,
            personId: person.id,
            ...asked,
            status: 'invited',
            invitedAt: rec.at,
            invitedBy: actorRef(actor),
            invitedUntil: rec.at,
          },
        });
    await sendInvitation(rec, services, row, { actor, commandId: id });
    return ok(row.id);
  });
  return invited.ok ? readMentor(services, actor, invited.value) : invited;
}

/** A new link; those of before lead to the same page. */
export async function sendInvitation(
  rec: Recording,
  services: RecordServices,
  { id, linkNumber: before }: MentorRow,
  { actor, commandId }: { actor: Actor; commandId: string },
): Promise<void> {
  const { program } = services.programs.current();
  const linkNumber = before + 1;
  const invitedUntil = new Date(rec.at.getTime() + program.mentoring.invitationDays * DAY_MS);
  const row = await rec.tx.mentor.update({
    where: { id },
    data: {
      status: 'invited',
      linkNumber,
      tokenHash: hashToken(mentorToken(services, { id, linkNumber })),
      invitedAt: rec.at,
      invitedBy: actorRef(actor),
      invitedUntil,
      remindedAt: null,
      agreedAt: null,
      endedAt: null,
      version: { increment: 1 },
    },
  });
  await writeMentorEvent(rec, { mentorId: id, actor: actorRef(actor), type: 'invited', commandId });
  await queueMentorMail(rec, services, {
    kind: 'mentor-invitation',
    row,
    effectKey: `mentor/${id}#invited#${linkNumber}`,
  });
}

export function wrongTopic(program: Program, topics: readonly string[]): Refusal | null {
  const at = topics.findIndex((topic) => !isTopic(program, topic));
  return at < 0 ? null : refuseAt(`/topics/${at}`, 'mentor-topic');
}
