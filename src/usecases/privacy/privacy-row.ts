import type { PrivacyRequest } from '../../adapters/database/generated/client.js';
import type { PrivacyKind, PrivacyReason, PrivacyStatus } from '../../domain/privacy/privacy-requests.js';
import type { RecordServices } from '../../ports/services.js';
import type { WithKey } from '../data-keys.js';
import { withKey } from '../data-keys.js';
import { lockRows } from '../lock.js';
import type { Recording } from '../recording.js';
import type { PrivacyView } from './privacy-view.schema.js';

export type PrivacyRow = WithKey<PrivacyRequest>;
type WithPerson = PrivacyRow & { person: { name: string; emails: { email: string }[] } | null };

export const withPerson = {
  ...withKey,
  person: { select: { name: true, emails: { orderBy: { email: 'asc' }, take: 1, select: { email: true } } } },
} as const;

const field = (rowId: string) => ({ table: 'privacy_request', rowId, field: 'words' });

export const sealWords = (
  { vault }: Pick<RecordServices, 'vault'>,
  { id, dataKey }: Pick<PrivacyRow, 'id' | 'dataKey'>,
  words: string | undefined,
) => (words === undefined ? null : vault.seal(dataKey, field(id), words));

/** Null: it isn't there, or was erased meanwhile. */
export async function lockPrivacy({ tx }: Recording, id: string): Promise<PrivacyRow | null> {
  await lockRows(tx)`SELECT id FROM privacy_request WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.privacyRequest.findUnique({ where: { id }, include: withKey });
}

export function privacyView(
  { vault }: Pick<RecordServices, 'vault'>,
  row: PrivacyRow | WithPerson,
  reader: 'self' | 'staff',
): PrivacyView {
  const person = 'person' in row ? row.person : null;
  const opens = row.sealed !== null && row.dataKey.wrapped !== null;
  return {
    id: row.id,
    kind: row.kind as PrivacyKind,
    status: row.status as PrivacyStatus,
    askedAt: row.askedAt.toISOString(),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    dueOn: row.dueOn,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason as PrivacyReason | null,
    words: opens && row.sealed ? vault.open(row.dataKey, field(row.id), row.sealed) : null,
    copyUntil: row.copyUntil?.toISOString() ?? null,
    person:
      reader === 'staff' && person && row.personId
        ? { id: row.personId, name: person.name, email: person.emails[0]?.email ?? null }
        : null,
  };
}
