import type { Side } from '../../domain/mentors/introduction-state.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { hashToken } from '../tokens.js';
import { addressOf } from './address-of.js';

/** Whose link was opened: the mailbox it went to, and the person it speaks for. */
export interface LinkHolder {
  id: string;
  personId: string;
  name: string;
  email: string;
}

/** Of a link in any mail about an introduction, whatever took its place since. Refuses `not-found`: what it was about is erased, or it never was one. */
export async function introductionByLink(
  { db }: Pick<Services, 'db'>,
  token: string,
): Promise<Result<LinkHolder & { side: Side }>> {
  const link = await db.mentoringLink.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { introduction: { include: { mentor: true } } },
  });
  if (!link?.introduction) return refuse('link-over');
  const { id, requesterId, mentor } = link.introduction;
  const side = link.side as Side;
  const personId = side === 'requester' ? requesterId : mentor.personId;
  return ok({ id, personId, side, ...(await addressOf(db, personId, link.email)) });
}

/** Of the link in every mail to a mentor, of earlier invitations too: an old mail's way out of the pool is one. Refuses `not-found`. */
export async function mentorByLink({ db }: Pick<Services, 'db'>, token: string): Promise<Result<LinkHolder>> {
  const link = await db.mentoringLink.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { mentor: true },
  });
  if (!link?.mentor) return refuse('link-over');
  const { id, personId } = link.mentor;
  return ok({ id, personId, ...(await addressOf(db, personId, link.email)) });
}
