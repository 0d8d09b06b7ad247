import type { CaseAccess, SecurityEvent } from '../../adapters/database/generated/client.js';
import { canonical, type RecordName } from '../../domain/security/chain.js';
import type { Transaction } from '../../ports/database.js';
import type { Vault } from '../../ports/vault.js';

/** A row of one of the records, with all that its hash is over. */
export interface RecordRow {
  record: RecordName;
  id: bigint;
  at: Date;
  place: bigint | null;
  text: string;
}

const reading = ({ place, ...row }: CaseAccess): RecordRow => ({
  record: 'reading',
  id: row.id,
  at: row.at,
  place,
  text: canonical(row),
});
const security = ({ place, ...row }: SecurityEvent): RecordRow => ({
  record: 'security',
  id: row.id,
  at: row.at,
  place,
  text: canonical(row),
});

/** Those that have no place yet, the first of each record. */
export async function unsealedRows(tx: Transaction, most: number): Promise<RecordRow[]> {
  const first = { where: { place: null }, orderBy: { id: 'asc' }, take: most } as const;
  const readings = await tx.caseAccess.findMany(first);
  const events = await tx.securityEvent.findMany(first);
  return [...readings.map(reading), ...events.map(security)].sort(
    (one, other) => one.at.getTime() - other.at.getTime() || Number(one.id - other.id),
  );
}

/** Rows by record and id. */
export async function rowsOf(
  tx: Transaction,
  wanted: readonly { record: string; rowId: bigint }[],
): Promise<Map<string, RecordRow>> {
  const ids = (record: RecordName) => wanted.filter((one) => one.record === record).map(({ rowId }) => rowId);
  const readings = await tx.caseAccess.findMany({ where: { id: { in: ids('reading') } } });
  const events = await tx.securityEvent.findMany({ where: { id: { in: ids('security') } } });
  return new Map(
    [...readings.map(reading), ...events.map(security)].map((row) => [`${row.record}/${row.id}`, row]),
  );
}

type Hashing = { vault: Pick<Vault, 'fingerprint'> };
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

/** Keyed: whoever can write to the database alone can't make one. */
export const rowHash = ({ vault }: Hashing, row: RecordRow): Uint8Array<ArrayBuffer> =>
  bytes(vault.fingerprint('record-row', `${row.record}/${row.text}`));

/** Of a link: over the hash before it, its place and all that it says. */
export function linkHash(
  { vault }: Hashing,
  before: Uint8Array,
  link: { place: bigint; record: string; rowId: bigint; at: Date; rowHash: Uint8Array },
): Uint8Array<ArrayBuffer> {
  const { place, record, rowId, at, rowHash } = link;
  const said = [hex(before), place, record, rowId, at.toISOString(), hex(rowHash)].join('/');
  return bytes(vault.fingerprint('record-link', said));
}

export const hex = (one: Uint8Array): string => Buffer.from(one).toString('hex');
/** Before the first. */
export const NO_HASH = new Uint8Array(32);
