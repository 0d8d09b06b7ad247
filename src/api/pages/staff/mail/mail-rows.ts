import type { Message } from '../../../../adapters/database/generated/client.js';
import { formatShortDateTime } from '../../../../domain/time/format.js';
import { mailKinds, mailText } from '../../../text/staff-admin.js';
import { staffPaths } from '../staff-paths.js';

export interface MailRow {
  kind: string;
  subject: string;
  recipients: string;
  status: string;
  /** Somebody has to look at it. */
  trouble: boolean;
  when: string;
  /** Where its buttons post; null when nothing is to be decided. */
  resolve: string | null;
  /** The request it is about. */
  about: string | null;
  /** The page to come back to. */
  from: string;
}

type MailFacts = Pick<
  Message,
  'id' | 'kind' | 'aboutId' | 'to' | 'cc' | 'subject' | 'status' | 'queuedAt' | 'sentAt' | 'resolvedBy'
>;

/** The mail ledger as staff read it. Unknown and failed ones can be resolved. */
export function mailRow(message: MailFacts, zone: string, from: string): MailRow {
  const open = message.status === 'unknown' || message.status === 'failed';
  const trouble = open && message.resolvedBy === null;
  return {
    kind: mailKinds[message.kind] ?? message.kind,
    subject: message.subject,
    recipients: [...message.to, ...message.cc].join(', '),
    status: mailText.statuses[message.status] ?? message.status,
    trouble,
    when: formatShortDateTime((message.sentAt ?? message.queuedAt).toISOString(), zone),
    resolve: trouble ? staffPaths.mailResolve(message.id) : null,
    about: message.aboutId ? staffPaths.request(message.aboutId) : null,
    from,
  };
}

export const MAIL_FIELDS = {
  id: true,
  kind: true,
  aboutId: true,
  to: true,
  cc: true,
  subject: true,
  status: true,
  queuedAt: true,
  sentAt: true,
  resolvedBy: true,
} as const;
