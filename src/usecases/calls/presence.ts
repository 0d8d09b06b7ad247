import { type ComingOrGoing, whoIsIn } from '../../domain/calls/who-is-in.js';
import { cleanLine } from '../../domain/text/clean.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Database, Transaction } from '../../ports/database.js';
import type { PresenceFact } from '../../ports/meetings.js';
import type { RecordServices } from '../../ports/services.js';
import type { CallRow } from './call-row.js';

type Vaulted = Pick<RecordServices, 'vault'>;

/** Somebody in a call's meeting now. */
export interface Present {
  /** Null: nobody the desk knows by registrant or address. */
  personId: string | null;
  /** Empty when the meeting's service told none. */
  name: string;
  since: Instant;
}

/** A host may open the meeting early, and let it run on. */
const MARGIN_MS = 2 * 60 * 60_000;
const LONGEST = 200;

/**
 * Keeps a coming or going, as the last of its kind: told twice, late or in any order it comes out the same. Of people
 * the desk knows only who it is, of others the sealed name. A trial on another day is none of the call's business.
 */
export async function notePresence(
  tx: Transaction,
  services: Vaulted,
  call: CallRow,
  fact: PresenceFact,
): Promise<void> {
  const at = new Date(fact.at);
  const early = at.getTime() < call.startsAt.getTime() - MARGIN_MS;
  if (early || at.getTime() > call.endsAt.getTime() + MARGIN_MS) return;
  const participantId = fact.participantId.slice(0, LONGEST);
  const personId = await personOf(tx, call, fact);
  const name = cleanLine(fact.name, LONGEST);
  const sealed =
    personId === null && name
      ? services.vault.seal(call.dataKey, nameField(call.id, participantId), name)
      : null;
  const [joined, left] = fact.kind === 'participant-joined' ? [at, null] : [null, at];
  // One statement: two deliveries at once must not undo one another.
  await tx.$executeRaw`
    INSERT INTO call_presence (call_id, participant_id, person_id, sealed_name, joined_at, left_at)
    VALUES (${call.id}, ${participantId}, ${personId}::uuid, ${sealed}, ${joined}, ${left})
    ON CONFLICT (call_id, participant_id) DO UPDATE SET
      joined_at = GREATEST(call_presence.joined_at, EXCLUDED.joined_at),
      left_at = GREATEST(call_presence.left_at, EXCLUDED.left_at)`;
}

/** By the meeting's own mark, then by an address of ours; never by name. */
async function personOf(
  tx: Transaction,
  call: CallRow,
  { registrantId, email }: PresenceFact,
): Promise<string | null> {
  const registrant = registrantId
    ? await tx.callRegistrant.findFirst({
        where: { callId: call.id, registrantId },
        select: { registration: { select: { person: { select: { id: true, mergedIntoId: true } } } } },
      })
    : null;
  if (registrant) {
    const { id, mergedIntoId } = registrant.registration.person;
    return mergedIntoId ?? id;
  }
  const known = email ? await tx.personEmail.findFirst({ where: { email: email.toLowerCase() } }) : null;
  return known?.personId ?? null;
}

/** The meeting was over then; who came later is in again. */
export async function noteMeetingEnd(tx: Transaction, callId: string, at: Date): Promise<void> {
  await tx.$executeRaw`UPDATE call SET meeting_ended_at = GREATEST(meeting_ended_at, ${at}) WHERE id = ${callId}`;
}

/** Who is in now, each person once, by name; null while nothing was told of the call. */
export async function presentIn(
  services: Vaulted & { db: Database },
  call: CallRow,
): Promise<Present[] | null> {
  const rows = await services.db.callPresence.findMany({ where: { callId: call.id } });
  if (rows.length === 0) return null;
  const facts = rows.flatMap((row) => {
    const fact = (kind: ComingOrGoing['kind'], at: Date | null) =>
      at ? [{ kind, participantId: row.participantId, at: at.toISOString(), row }] : [];
    return [...fact('participant-joined', row.joinedAt), ...fact('participant-left', row.leftAt)];
  });
  const inNow = whoIsIn(facts, call.meetingEndedAt?.toISOString() ?? null);
  const names = await namesOf(
    services.db,
    inNow.flatMap(({ row }) => row.personId ?? []),
  );
  const found = new Map<string, Present>();
  for (const { row, at } of inNow) {
    const { personId, participantId, sealedName } = row;
    const own = sealedName
      ? services.vault.open(call.dataKey, nameField(call.id, participantId), sealedName)
      : '';
    const name = personId ? (names.get(personId) ?? '') : own;
    // Somebody with two devices is in once.
    const key = personId ?? participantId;
    if (!found.has(key)) found.set(key, { personId, name, since: at });
  }
  return [...found.values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.since.localeCompare(b.since),
  );
}

async function namesOf(db: Database, personIds: string[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({
    where: { id: { in: personIds } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Once the call is completed or cancelled, attendance says what there is to say. */
export async function forgetPresence(tx: Transaction, callId: string): Promise<void> {
  await tx.callPresence.deleteMany({ where: { callId } });
}

function nameField(callId: string, participantId: string) {
  return { table: 'call_presence', rowId: `${callId}/${participantId}`, field: 'name' };
}
