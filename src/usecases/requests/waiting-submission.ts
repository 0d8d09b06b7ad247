import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/people/actor.js';
import { intake } from '../../domain/requests/intake.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { hashToken } from '../tokens.js';
import { mailConfirmation, mailsWithLink } from './confirmation-mail.js';
import { type Asker, mayMailForm } from './may-mail-form.js';
import {
  confirmationToken,
  lockSubmission,
  openSubmission,
  sealSubmission,
  type UnconfirmedRow,
} from './unconfirmed-submission.js';

const MOST_TRIES = 5;
/** How often a form's address may be corrected: else it would be a way to write to anybody. */
const MOST_LINKS = 5;

/** A form that waits for its confirmation, or was confirmed, by its link; null once it is gone. */
export function formOfLink(services: Services, token: string): Promise<UnconfirmedRow | null> {
  return services.db.unconfirmedSubmission.findFirst({
    where: { tokenHash: hashToken(token), expiresAt: { gt: services.clock.now() } },
    include: withKey,
  });
}

/** A form that still waits, by its id, which only its sender's browser knows. */
export function waitingForm(services: Services, id: string): Promise<UnconfirmedRow | null> {
  return services.db.unconfirmedSubmission.findFirst({
    where: { id, confirmedAt: null, expiresAt: { gt: services.clock.now() } },
    include: withKey,
  });
}

/** What waits for somebody who signed in with the address it was sent as; nothing becomes theirs by that alone. */
export async function formsWaitingFor(services: Services, actor: Actor): Promise<UnconfirmedRow[]> {
  if (actor.kind !== 'person') return [];
  return services.db.unconfirmedSubmission.findMany({
    where: {
      email: actor.email,
      confirmedAt: null,
      tokenHash: { not: null },
      expiresAt: { gt: services.clock.now() },
    },
    orderBy: { sentAt: 'asc' },
    take: 10,
    include: withKey,
  });
}

/**
 * Somebody says to which address a form's link was mailed. The fifth wrong one ends the link. Another takes its place,
 * which is in no mail yet: it leaves with the next one, and whoever signs in with the address finds it.
 */
export async function tryFormAddress(services: Services, id: string, email: string): Promise<boolean> {
  // Counted before it is compared: many tries at once are no more than five.
  const rows = await services.db.$queryRaw<{ email: string; tries: number }[]>`
    UPDATE unconfirmed_submission SET tries = tries + 1
    WHERE id = ${id}::uuid AND tries < ${MOST_TRIES} RETURNING email, tries`;
  const row = rows[0];
  if (row?.email === email) {
    await services.db.unconfirmedSubmission.updateMany({ where: { id }, data: { tries: 0 } });
    return true;
  }
  if (!row || row.tries >= MOST_TRIES) await replaceLink(services, id);
  return false;
}

async function replaceLink(services: Services, id: string): Promise<void> {
  const row = await services.db.unconfirmedSubmission.findUnique({ where: { id }, include: withKey });
  if (!row || row.tries < MOST_TRIES) return;
  const linkNumber = row.linkNumber + 1;
  await services.db.unconfirmedSubmission.updateMany({
    where: { id, linkNumber: row.linkNumber },
    data: { linkNumber, tries: 0, tokenHash: hashToken(confirmationToken(services, { id, linkNumber })) },
  });
}

/** Whether the link a form has now has left for its address, or will; else it leaves with the next mail. */
export async function wasMailed(services: Services, form: UnconfirmedRow): Promise<boolean> {
  return (await services.db.message.count({ where: mailsWithLink(form) })) > 0;
}

/** Mails the link once more; false when too many have gone there. Refuses `not-found` when nothing waits. */
export async function mailAgain(services: Services, id: string, asker: Asker): Promise<Result<boolean>> {
  const form = await waitingForm(services, id);
  if (!form) return gone();
  const mayLeave = await mayMailForm(services, form.email, asker);
  return recordingOrRefusal(services, async (rec) => {
    const row = await lockSubmission(rec, id);
    if (!row || row.confirmedAt) return gone();
    const occasion = randomUUID();
    const mail = { row, again: false, occasion, mayLeave: mayLeave && row.email === form.email };
    return ok(await mailConfirmation(rec, services, mail));
  });
}

/**
 * Moves a form to another address, for the browser that sent it: the link mailed before opens nothing any more. False
 * when too many mails have gone there for the new one to leave.
 * Refuses `not-found`, `too-many-requests`, and what `intake` refuses (the supervisor's own address, say).
 */
export async function moveSubmission(
  services: Services,
  id: string,
  email: string,
  asker: Asker,
): Promise<Result<boolean>> {
  const mayLeave = await mayMailForm(services, email, asker);
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    const row = await lockSubmission(rec, id);
    if (!row || row.confirmedAt) return gone();
    if (row.linkNumber > MOST_LINKS) {
      return refuse('address-changed-too-often');
    }
    const before = openSubmission(services, row);
    const submission = { ...before, requester: { ...before.requester, email } };
    const taken = intake(submission, services.programs.current().program, []);
    if (!taken.ok) return taken;
    const moved = await tx.unconfirmedSubmission.update({
      where: { id },
      data: {
        email,
        sealed: sealSubmission(services, row, submission),
        linkNumber: row.linkNumber + 1,
        tries: 0,
      },
    });
    const mail = { row: { ...moved, dataKey: row.dataKey }, again: false, occasion: null, mayLeave };
    return ok(await mailConfirmation(rec, services, mail));
  });
}

/** Throws a form away, for whoever its link was mailed to. What was confirmed is a request and stays. */
export async function discardSubmission(services: Services, token: string): Promise<void> {
  await services.db.unconfirmedSubmission.deleteMany({
    where: { tokenHash: hashToken(token), confirmedAt: null },
  });
}

const gone = () => refuse('form-waits-no-more');
