import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from '../../ports/mail.js';

export interface ComposedMail {
  envelope: { from: string; to: string[]; size: number };
  source: Buffer;
}

/** The mail as it goes over the wire. Addresses go in as parts, so that none is parsed for names or groups. */
export async function compose({ from, to, cc, headers, ...mail }: OutgoingMail): Promise<ComposedMail> {
  const asAddress = (address: string) => ({ name: '', address });
  const node = new MailComposer({
    from,
    to: to.map(asAddress),
    cc: cc.map(asAddress),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    // No out-of-office answers to a machine.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const source = await node.build();
  const envelope = node.getEnvelope();
  return { source, envelope: { from: envelope.from || '', to: [...to, ...cc], size: source.length } };
}
