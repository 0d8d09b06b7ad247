import type { CallAttendance } from '../../adapters/database/generated/client.js';
import { PLACE_TAKING_STATUSES } from '../../domain/calls/question-statuses.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { type Candidate, candidatesFor } from './identify-attendee.js';
import type { StaffCall } from './staff-call.js';

/** One stay, as it was told. */
export type Attended = CallAttendance;

export interface KnownAttendance {
  /** Who has a question for the call. */
  askers: { email: string; name: string; selected: boolean; personId: string }[];
  /** Who is known to have been there, by name. */
  people: Attended[];
  /** Who the rows were, as they are known to us; what they called themselves on the call may be another name. */
  names: Map<string, string>;
  /** Whom an unclear name may be, by row. */
  candidates: Map<string, Candidate[]>;
}

/** What is known of who was on a call, and who may have been. */
export async function readAttendance(
  services: Services,
  { actor, row }: StaffCall,
): Promise<Result<KnownAttendance>> {
  const refused = refuseUnless(actor, 'calls.attendance');
  if (refused) return refused;
  const { db } = services;
  const [questions, people] = await Promise.all([
    db.callQuestion.findMany({
      where: { callId: row.id, status: { in: PLACE_TAKING_STATUSES } },
      orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    }),
    db.callAttendance.findMany({ where: { callId: row.id }, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
  ]);
  const known = await db.person.findMany({
    where: { id: { in: people.flatMap(({ personId }) => personId ?? []) } },
    select: { id: true, name: true },
  });
  const unclear = await Promise.all(
    people
      .filter(({ ambiguous }) => ambiguous)
      .map(async (person) => [person.id, await candidatesFor(db, row, person)] as const),
  );
  return ok({
    askers: questions.map(({ askerEmail, askerName, status, personId }) => ({
      email: askerEmail,
      name: askerName,
      selected: status === 'selected',
      personId,
    })),
    people,
    names: new Map(known.map(({ id, name }) => [id, name])),
    candidates: new Map(unclear),
  });
}
