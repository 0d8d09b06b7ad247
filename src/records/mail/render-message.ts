import type { RecordServices, RenderedMail } from '../../activities/ports.js';
import type { MailData } from '../../emails/mail-data.js';
import type { MailKind } from '../../emails/mail-kinds.js';
import { renderMail } from '../../emails/render-mail.js';

/** Renders a ledger row. Throws when its data was erased (sent over SMTP) or can't be opened. */
export async function renderMessage(
  services: Pick<RecordServices, 'vault'>,
  row: { id: string; kind: string; dataKey: Uint8Array; sealed: Uint8Array | null },
): Promise<RenderedMail> {
  if (!row.sealed) throw new Error('the text of this message was erased after sending');
  const data = services.vault.open(
    row.dataKey,
    { table: 'message', rowId: row.id, field: 'data' },
    row.sealed,
  );
  return renderMail(row.kind as MailKind, JSON.parse(data) as MailData);
}
