import type { FormDraft } from '../../adapters/database/generated/client.js';
import { LIMITS } from '../../domain/limits.js';
import type { Services } from '../../ports/services.js';
import type { Caller } from '../limits/caller.js';
import { spendAll } from '../limits/spend-all.js';
import { queueMessage } from '../mail/queue-message.js';
import { recording } from '../recording.js';
import { hashToken, newToken } from '../tokens.js';
import { addressDigest } from './form-drafts.js';

/** How long a mailed link opens a form on its way. Wall time, as drafts are kept. */
const LINK_MS = 24 * 60 * 60 * 1000;
const MOST_TRIES = 5;
/** One browser has one; more than one of an address comes from more browsers, or from somebody who plants them. */
const MOST_DRAFTS = 5;

/**
 * Mails a link to the forms on their way of whoever reads an address. Nothing told or done here shows whether there are
 * any, nor whether too many were asked for.
 */
export async function mailDraftLink(
  services: Services,
  email: string,
  { ref, times }: Caller,
): Promise<void> {
  const { db, vault, programs, appUrl } = services;
  const may = await spendAll(services, [
    [LIMITS.draftLinksByAsker, ref, times],
    [LIMITS.draftLinksByAskerToAddress, `${ref}/${email}`, times],
    [LIMITS.draftLinksToAddress, email, times],
  ]);
  const found = await db.formDraft.findMany({
    where: { addressDigest: addressDigest(vault, email), expiresAt: { gt: new Date() } },
    orderBy: { expiresAt: 'desc' },
    take: MOST_DRAFTS,
    select: { id: true },
  });
  if (!may.allowed || found.length === 0) return;
  const token = newToken();
  const { organization } = programs.current().program;
  await recording(services, async (rec) => {
    const linkUntil = new Date(Date.now() + LINK_MS);
    await rec.tx.formDraft.updateMany({
      where: { id: { in: found.map(({ id }) => id) } },
      data: { linkHash: hashToken(token), linkUntil, linkTries: 0 },
    });
    await queueMessage(rec, services, {
      kind: 'form-link',
      aboutId: null,
      to: [email],
      data: {
        organizationName: organization.shortName,
        contactEmail: organization.email,
        link: `${appUrl}/request/elsewhere/${token}`,
        minutesValid: LINK_MS / 60_000,
        linkUntil: linkUntil.toISOString(),
      },
      effectKey: null,
    });
  });
}

/** The forms a mailed link opens, the last saved first; none once it was used or its time is up. */
export function draftsOfLink({ db }: Pick<Services, 'db'>, token: string): Promise<FormDraft[]> {
  const now = new Date();
  return db.formDraft.findMany({
    where: { linkHash: hashToken(token), linkUntil: { gt: now }, expiresAt: { gt: now } },
    orderBy: { expiresAt: 'desc' },
  });
}

/** Somebody says to which address a link was mailed. The fifth wrong one ends it. */
export async function tryDraftAddress(
  { db, vault }: Pick<Services, 'db' | 'vault'>,
  token: string,
  email: string,
): Promise<boolean> {
  const linkHash = hashToken(token);
  // Counted before it is compared: many tries at once are no more than five.
  const { count } = await db.formDraft.updateMany({
    where: { linkHash, linkTries: { lt: MOST_TRIES } },
    data: { linkTries: { increment: 1 } },
  });
  if (count === 0) return false;
  const where = { linkHash, addressDigest: addressDigest(vault, email) };
  const { count: theirs } = await db.formDraft.updateMany({ where, data: { linkTries: 0 } });
  if (theirs > 0) return true;
  await db.formDraft.updateMany({
    where: { linkHash, linkTries: { gte: MOST_TRIES } },
    data: { linkHash: null, linkUntil: null },
  });
  return false;
}
