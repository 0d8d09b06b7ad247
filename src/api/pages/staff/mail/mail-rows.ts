import type { Response } from 'express';
import { formatShortDateTime } from '../../../../domain/time/format.js';
import type { LoggedMail } from '../../../../usecases/mail/mail-log.js';
import { mailKinds, mailText } from '../../../text/en/pages/staff-admin.js';
import { callMailKinds } from '../../../text/en/pages/staff-calls/call-page.js';
import type { Form } from '../../kit/form.js';
import { staffButtons } from '../staff-form.js';
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
  /** The page of what it is about. */
  about: string | null;
  /** The page to come back to. */
  from: string;
}

/** The mail log as staff read it. Unknown and failed ones can be resolved. */
export function mailRow(message: LoggedMail, zone: string, from: string): MailRow {
  const open = message.status === 'unknown' || message.status === 'failed';
  const trouble = open && message.resolvedBy === null;
  return {
    kind: mailKinds[message.kind] ?? callMailKinds[message.kind] ?? message.kind,
    subject: message.subject,
    recipients: [...message.to, ...message.cc].join(', '),
    status: mailText.statuses[message.status] ?? message.status,
    trouble,
    when: formatShortDateTime((message.sentAt ?? message.queuedAt).toISOString(), zone),
    resolve: trouble ? staffPaths.mailResolve(message.id) : null,
    about: aboutHref(message),
    from,
  };
}

/** Two buttons: it is sent again, or it did arrive. */
export function resolveForm(action: string, { kind, from }: Pick<MailRow, 'kind' | 'from'>): Form {
  return {
    action,
    classes: 'desk-resolve',
    inline: true,
    hidden: { from },
    buttons: [
      { text: mailText.resend, name: 'action', value: 'resend', style: 'secondary', hiddenText: kind },
      { text: mailText.markSent, name: 'action', value: 'mark-sent', style: 'secondary', hiddenText: kind },
    ],
  };
}

/** The rows, each with its buttons where there is something to decide. */
export function withButtons<Row extends MailRow>(res: Response, rows: readonly Row[]) {
  return rows.map((row) => ({
    ...row,
    form: row.resolve === null ? null : staffButtons(res, resolveForm(row.resolve, row)),
  }));
}

/** A request's page, or the call's or registration's. */
function aboutHref({ kind, aboutId, relatedId }: LoggedMail): string | null {
  if (!aboutId) return null;
  if (!(kind in callMailKinds)) return staffPaths.request(aboutId);
  if (kind.startsWith('registration-')) return staffPaths.registration(aboutId);
  if (kind.startsWith('subscription-')) return null;
  // A question's mail says its call beside it.
  return staffPaths.call(relatedId ?? aboutId);
}
