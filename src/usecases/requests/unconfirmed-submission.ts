import type { UnconfirmedSubmission } from '../../adapters/database/generated/client.js';
import type { Submission } from '../../domain/requests/submission.schema.js';
import { type Waiting, waitingOf } from '../../domain/requests/unconfirmed-submission.js';
import type { RecordServices } from '../../ports/services.js';
import type { WithKey } from '../data-keys.js';
import { withKey } from '../data-keys.js';
import { lockRows } from '../lock.js';
import type { Recording } from '../recording.js';

export type UnconfirmedRow = WithKey<UnconfirmedSubmission>;

const field = (id: string) => ({ table: 'unconfirmed_submission', rowId: id, field: 'submission' });

type Keyed = Pick<RecordServices, 'vault'>;
type Sealed = Pick<UnconfirmedRow, 'id' | 'dataKey'>;

export function sealSubmission({ vault }: Keyed, { id, dataKey }: Sealed, submission: Submission) {
  return vault.seal(dataKey, field(id), JSON.stringify(submission));
}

/** Throws when it was confirmed: nothing of its words is kept here then. */
export function openSubmission(
  { vault }: Keyed,
  { id, dataKey, sealed }: Sealed & Pick<UnconfirmedRow, 'sealed'>,
): Submission {
  return JSON.parse(vault.open(dataKey, field(id), sealed)) as Submission;
}

/** What is kept for a link used twice: no words. */
export const NO_WORDS = new Uint8Array();

/** Made from the id and the desk's secret, so that every reminder carries it though only its hash is stored. */
export function confirmationToken(
  { vault }: Keyed,
  { id, linkNumber }: Pick<UnconfirmedRow, 'id' | 'linkNumber'>,
): string {
  return vault.fingerprint('confirm-submission', `${id}/${linkNumber}`);
}

/** What is still to come of a form's days: its reminders after `at`, and its erasure. */
export function waitingUntil(
  { programs }: Pick<RecordServices, 'programs'>,
  { sentAt, expiresAt }: Pick<UnconfirmedRow, 'sentAt' | 'expiresAt'>,
  at: Date,
): Waiting {
  const { remindAt } = waitingOf(sentAt, programs.current().program.clock);
  const end = expiresAt.toISOString();
  const now = at.toISOString();
  return { remindAt: remindAt.filter((one) => one > now && one < end), expiresAt: end };
}

/**
 * Locks a form for the rest of the transaction; null when there is none, or its day of erasure has come: by now, or
 * when what is carried out late was due.
 */
export async function lockSubmission(
  rec: Recording,
  id: string,
  { dueAt }: { dueAt?: Date } = {},
): Promise<UnconfirmedRow | null> {
  const { tx } = rec;
  await lockRows(tx)`SELECT id FROM unconfirmed_submission WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.unconfirmedSubmission.findFirst({
    where: { id, expiresAt: { gt: dueAt ?? rec.at } },
    include: withKey,
  });
}
