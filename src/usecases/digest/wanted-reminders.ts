import { isMailKind, MAIL, type MailSheet } from '../../domain/mail/kinds.js';
import type { Database, Transaction } from '../../ports/database.js';
import { requestFacts } from '../mail/request-facts.js';

export interface CollectedReminder {
  id: string;
  kind: string;
  aboutId: string | null;
  to: string[];
  status: string;
}

/** Those that nothing has overtaken since they were collected. */
export async function wantedReminders(
  db: Database | Transaction,
  reminders: readonly CollectedReminder[],
  at: Date,
): Promise<CollectedReminder[]> {
  const wanted: CollectedReminder[] = [];
  for (const reminder of reminders) {
    const { kind, aboutId, to } = reminder;
    const facts = aboutId === null ? null : await requestFacts(db, aboutId, at);
    if (!facts || !isMailKind(kind)) continue;
    const sheet = MAIL[kind] as MailSheet<'request'>;
    if (!sheet.wantedUntil(facts, { now: at.toISOString(), to })) wanted.push(reminder);
  }
  return wanted;
}
