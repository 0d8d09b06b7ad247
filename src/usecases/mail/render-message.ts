import type { MailKind } from '../../domain/mail/kinds.js';
import type { MailData } from '../../emails/mail-data.js';
import { renderMail } from '../../emails/render-mail.js';
import type { RenderedMail } from '../../ports/mail.js';
import type { RecordServices } from '../../ports/services.js';
import type { DataKey } from '../../ports/vault.js';
import { mailTexts } from './mail-texts.js';
import { onTheDayItLeaves } from './on-the-day-it-leaves.js';

type SealedRow = {
  id: string;
  kind: string;
  aboutId: string | null;
  dataKey: DataKey;
  sealed: Uint8Array | null;
};

/**
 * Renders a row of the mail log, at its delivery as of that moment. Throws when its data was erased (sent over SMTP) or
 * can't be opened.
 */
export async function renderMessage(
  services: Pick<RecordServices, 'vault' | 'db' | 'programs' | 'appUrl'>,
  row: SealedRow,
  leavesAt?: string,
): Promise<RenderedMail> {
  const data = mailDataOf(services, row);
  const facts = leavesAt ? await onTheDayItLeaves(services, row, data, leavesAt) : data;
  return renderMail(mailTexts(services), row.kind as MailKind, facts);
}

/** What a row of the ledger is rendered from. Throws likewise. */
export function mailDataOf({ vault }: Pick<RecordServices, 'vault'>, row: SealedRow): MailData {
  if (!row.sealed) throw new Error('the text of this message was erased after sending');
  const field = { table: 'message', rowId: row.id, field: 'data' };
  return JSON.parse(vault.open(row.dataKey, field, row.sealed)) as MailData;
}
