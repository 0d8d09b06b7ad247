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
  const registered = await tx.callRegistration.findMany({
    where: { seriesId: row.seriesId },
    select: {
      personId: true,
      name: true,
      zoomRegistrantId: true,
      registrants: { where: { callId: row.id }, select: { registrantId: true } },
      person: { select: { emails: { select: { email: true } } } },
    },
  });
  const askers = await tx.callQuestion.findMany({
    where: { callId: row.id },
    select: {
      personId: true,
      askerName: true,
      status: true,
      person: { select: { emails: { select: { email: true } } } },
    },
  });
  const known = new Map<string, KnownPerson>();
  const addressesOf = (person: { emails: { email: string }[] }) => person.emails.map(({ email }) => email);
  for (const { personId, name, zoomRegistrantId, registrants, person } of registered) {
    const registrantId = registrants[0]?.registrantId ?? zoomRegistrantId;
    known.set(personId, {
      personId,
      names: [name],
      registrantId,
      emails: addressesOf(person),
      awaited: false,
    });
  }
  for (const { personId, askerName, status, person } of askers) {
    const { names = [], registrantId = null, awaited = false } = known.get(personId) ?? {};
    known.set(personId, {
      personId,
      names: [...new Set([...names, askerName])],
      registrantId,
      emails: addressesOf(person),
      awaited: awaited || status === 'selected',
    });
  }
  return [...known.values()];
}
