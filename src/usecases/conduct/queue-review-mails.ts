import { REVIEW_MAILS } from '../../domain/conduct/review-mails.js';
import type { ReviewEvent, ReviewState } from '../../domain/conduct/review-state.js';
import { reviewWorkflowId } from '../../domain/conduct/workflow-id.js';
import { MAIL, type MailKindAbout } from '../../domain/mail/kinds.js';
import type { Instant } from '../../domain/time/instant.js';
import { createZone } from '../../domain/time/zone.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { addressesOf } from '../requests/recipients.js';
import type { ReviewRow } from './review-row.js';

const NO_REQUEST = { requesterEmail: '', supervisorEmail: null, assigneeId: null };

/** Writes the mails of an event. */
export async function queueReviewMails(
  rec: Recording,
  services: RecordServices,
  { row, state, event }: { row: ReviewRow; state: ReviewState; event: ReviewEvent },
): Promise<void> {
  for (const [index, kind] of REVIEW_MAILS[event.type](event, state).entries()) {
    await queueReviewMail(rec, services, {
      kind,
      row,
      decideBy: state.decideBy,
      effectKey: `${reviewWorkflowId(row.id)}#${event.seq}#${kind}`,
      // Lists show them as they came: two of one event are not of one instant.
      at: new Date(rec.at.getTime() + index),
    });
  }
}

/** Mails say that there is something to read, and not what: whoever looks over a shoulder learns nothing. */
export async function queueReviewMail(
  rec: Recording,
  services: RecordServices,
  mail: {
    kind: MailKindAbout<'review'>;
    row: Pick<ReviewRow, 'id' | 'personId'>;
    decideBy: Instant | null;
    effectKey: string;
    at: Date;
  },
): Promise<void> {
  const { tx } = rec;
  const { kind, row, decideBy, effectKey, at } = mail;
  const { program } = services.programs.current();
  const toStaff = MAIL[kind].to === 'staff';
  const person = toStaff ? null : await addressOf(tx, row.personId);
  const to = person ? [person.email] : await addressesOf(tx, program, NO_REQUEST, ['directors']);
  await queueMessage(rec, services, {
    kind,
    aboutId: row.id,
    to,
    effectKey,
    at,
    data: {
      organizationName: program.organization.shortName,
      contactEmail: program.organization.email,
      recipientName: person?.name,
      link: `${services.appUrl}${toStaff ? `/staff/conduct/${row.id}` : `/my/notices/${row.id}`}`,
      dueOn: decideBy === null ? undefined : createZone(program.zone).dateOf(decideBy),
      audience: toStaff ? 'staff' : 'requester',
    },
  });
}

/** Where somebody is written to: under which they asked last, as long as it is theirs; else one that is proved. */
async function addressOf(tx: Transaction, personId: string): Promise<{ email: string; name: string }> {
  const [found] = await tx.$queryRaw<[{ email: string; name: string }?]>`
    SELECT e.email, p.name FROM person p JOIN person_email e ON e.person_id = p.id
    WHERE p.id = ${personId}::uuid
    ORDER BY (SELECT max(created_at) FROM ta_request r WHERE r.requester_email = e.email) DESC NULLS LAST,
      e.verified_at DESC NULLS LAST, e.email LIMIT 1`;
  if (!found) throw new Error('nobody to write to');
  return found;
}
