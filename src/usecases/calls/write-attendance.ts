import { randomUUID } from 'node:crypto';
import {
  type AttendanceRow,
  type Attendee,
  attendanceOf,
  type KnownPerson,
  mayBe,
} from '../../domain/calls/attendance.js';
import type { Transaction } from '../../ports/database.js';
import type { CallRow } from './call-row.js';

/** Who was there, told anew: replaces what was known of the call, but for the rows that are to be kept as they stand. */
export async function writeAttendance(
  tx: Transaction,
  row: CallRow,
  {
    rows,
    source,
    keep = [],
  }: {
    rows: readonly AttendanceRow[];
    source: 'hand' | 'zoom-csv' | 'zoom';
    keep?: readonly string[];
  },
): Promise<Attendee[]> {
  const known = await knownPeople(tx, row);
  await tx.callAttendance.deleteMany({ where: { callId: row.id, id: { notIn: [...keep] } } });
  const kept = await tx.callAttendance.findMany({ where: { callId: row.id } });
  const there = new Set(kept.flatMap(({ personId }) => personId ?? []));
  const attendees = attendanceOf({ rows, known, endsAt: row.endsAt.toISOString(), there }).filter(
    ({ personId }) => personId === null || !there.has(personId),
  );
  for (const { personId } of attendees) if (personId) there.add(personId);
  // Whom an unclear row may have been can have been said by now.
  const settled = kept.filter((one) => one.ambiguous && mayBe(one, known, there).candidates.length === 0);
  await tx.callAttendance.updateMany({
    where: { id: { in: settled.map(({ id }) => id) } },
    data: { ambiguous: false },
  });
  await tx.callAttendance.createMany({
    data: attendees.map((attendee) => ({
      id: randomUUID(),
      callId: row.id,
      personId: attendee.personId,
      email: attendee.email,
      name: attendee.name,
      registrantId: attendee.registrantId,
      intervals: attendee.intervals.map((interval) => ({ ...interval })),
      minutes: attendee.minutes,
      ambiguous: attendee.match === 'ambiguous',
      source,
    })),
  });
  return attendees;
}

/** Registrants of the series, and askers of this call who never registered. */
export async function knownPeople(tx: Transaction, row: CallRow): Promise<KnownPerson[]> {
  const person = {
    select: { id: true, emails: { select: { email: true } }, mergedInto: { select: { id: true } } },
  } as const;
  const registered = await tx.callRegistration.findMany({
    where: { seriesId: row.seriesId },
    select: {
      name: true,
      zoomRegistrantId: true,
      registrants: { where: { callId: row.id }, select: { registrantId: true } },
      person,
    },
  });
  const askers = await tx.callQuestion.findMany({
    where: { callId: row.id },
    select: { askerName: true, status: true, person },
  });
  const known = new Map<string, KnownPerson>();
  for (const { name, zoomRegistrantId, registrants, person: registrant } of registered) {
    const registrantId = registrants[0]?.registrantId ?? zoomRegistrantId;
    add(registrant, { name, registrantIds: registrantId ? [registrantId] : [] });
  }
  for (const { askerName, status, person: asker } of askers)
    add(asker, { name: askerName, awaited: status === 'selected' });
  return [...known.values()];

  /** What stayed with a record that became one with another tells of that one. */
  function add(
    { id, emails, mergedInto }: (typeof askers)[number]['person'],
    {
      name,
      registrantIds = [],
      awaited = false,
    }: { name: string; registrantIds?: string[]; awaited?: boolean },
  ): void {
    const personId = mergedInto?.id ?? id;
    const before = known.get(personId);
    known.set(personId, {
      personId,
      names: [...new Set([...(before?.names ?? []), name])],
      registrantIds: [...(before?.registrantIds ?? []), ...registrantIds],
      emails: [...(before?.emails ?? []), ...emails.map(({ email }) => email)],
      awaited: (before?.awaited ?? false) || awaited,
    });
  }
}
