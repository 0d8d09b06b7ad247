import type { Response } from 'express';
import { isTroubledMail } from '../../../../domain/mail/statuses.js';
import type { LoggedMail } from '../../../../usecases/mail/mail-log.js';
import type { Texts } from '../../../text/texts.js';
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
export function mailRow(texts: Texts, message: LoggedMail, zone: string, from: string): MailRow {
  const { desk, mailKinds, calls } = texts.staff;
  const { mail } = desk;
  const open = isTroubledMail(message.status);
  const trouble = open && message.resolvedBy === null;
  return {
    kind: mailKinds[message.kind] ?? calls.mailKinds[message.kind] ?? message.kind,
    subject: message.subject,
    recipients: [...message.to, ...message.cc].join(', '),
    status: mail.statuses[message.status] ?? message.status,
    trouble,
    when: texts.dates.shortDateTime((message.sentAt ?? message.queuedAt).toISOString(), zone),
    resolve: trouble ? staffPaths.desk('mail/:id/resolve', message.id) : null,
    about: aboutHref(texts, message),
    from,
  };
}

/** Two buttons: it is sent again, or it did arrive. */
export function resolveForm(
  { staff: { desk } }: Texts,
  action: string,
  { kind, from }: Pick<MailRow, 'kind' | 'from'>,
): Form {
  return {
    action,
    classes: 'desk-resolve',
    inline: true,
    hidden: { from },
    buttons: [
      { text: desk.mail.resend, name: 'action', value: 'resend', style: 'secondary', hiddenText: kind },
      { text: desk.mail.markSent, name: 'action', value: 'mark-sent', style: 'secondary', hiddenText: kind },
    ],
  };
}

/** The rows, each with its buttons where there is something to decide. */
export function withButtons<Row extends MailRow>(res: Response, rows: readonly Row[]) {
  return rows.map((row) => ({
    ...row,
    form: row.resolve === null ? null : staffButtons(res, resolveForm(res.req.texts, row.resolve, row)),
  }));
}

/** A request's page, or the call's or registration's. */
function aboutHref({ staff: { calls } }: Texts, { kind, aboutId, relatedId }: LoggedMail): string | null {
  if (!aboutId) return null;
  if (!(kind in calls.mailKinds)) return staffPaths.request(aboutId);
  if (kind.startsWith('registration-')) return staffPaths.desk('registrations/:id', aboutId);
  if (kind.startsWith('subscription-')) return null;
  // A question's mail says its call beside it.
  return staffPaths.call(relatedId ?? aboutId);
}
