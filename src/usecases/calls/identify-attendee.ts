import type { CallAttendance } from '../../adapters/database/generated/client.js';
import { mayBe } from '../../domain/calls/attendance.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { type CallRow, lockCall } from './call-row.js';
import { sendCallCommand } from './send-call-command.js';
import { knownPeople } from './write-attendance.js';

export interface Candidate {
  personId: string;
  name: string;
  emails: readonly string[];
}

/** Whom a row of the report may be, out of registrants and askers that no other row names. */
export async function candidatesFor(
  tx: Transaction,
  call: CallRow,
  attendee: Pick<CallAttendance, 'name' | 'email' | 'registrantId'>,
): Promise<Candidate[]> {
  const known = await knownPeople(tx, call);
  const named = await tx.callAttendance.findMany({
    where: { callId: call.id, personId: { not: null } },
    select: { personId: true },
  });
  const { candidates } = mayBe(attendee, known, new Set(named.map(({ personId }) => personId)));
  return known
    .filter(({ personId }) => candidates.includes(personId))
    .map(({ personId, names, emails }) => ({ personId, name: names[0] ?? '', emails }));
}

/**
 * A person says who an unclear name was; null: somebody else. With the last one told apart, attendance counts
 * anew, so that askers who surely were not there hear of it. Refuses `not-found`, `forbidden`, `invalid`.
 */
export async function identifyAttendee(
  services: Services,
  actor: Actor,
  ids: { callId: string; attendeeId: string },
  personId: string | null,
  { commandId }: { commandId: string },
): Promise<Result<null>> {
  if (!may(actor, 'calls.attendance')) return refuse('only-staff-say-who-was-there');
  const decided = await recordingOrRefusal(services, async ({ tx }) => {
    const call = await lockCall(tx, ids.callId);
    const attendee = await tx.callAttendance.findUnique({ where: { id: ids.attendeeId } });
    if (!call || attendee?.callId !== ids.callId) return refuse('no-such-name');
    // Said before, while the call's process was away: what was said stands, and the process still has to hear of it.
    const isSaid = !attendee.ambiguous && attendee.personId === personId;
    if (personId !== null && !isSaid) {
      const fits = (await candidatesFor(tx, call, attendee)).some((one) => one.personId === personId);
      if (!fits) return refuse('choose-a-person-of-name');
    }
    await tx.callAttendance.update({ where: { id: attendee.id }, data: { personId, ambiguous: false } });
    const unclear = await tx.callAttendance.count({ where: { callId: call.id, ambiguous: true } });
    return ok({ call, unclear });
  });
  if (!decided.ok) return decided;
  const { call, unclear } = decided.value;
  if (unclear > 0) return ok(null);
  return sendCallCommand(services, { actor, row: call, command: { kind: 'mark-attendance' }, commandId });
}
