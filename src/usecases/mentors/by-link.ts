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

/** Of a link in a mail about an introduction. Refuses `not-found`: another took its place, or it never was one. */
export async function introductionByLink(
  { db }: Pick<Services, 'db'>,
  token: string,
): Promise<Result<LinkHolder & { side: Side }>> {
  const hash = hashToken(token);
  const row = await db.introduction.findFirst({
    where: { OR: [{ requesterTokenHash: hash }, { mentorTokenHash: hash }] },
    include: { mentor: true },
  });
  if (!row) return refuse('link-over');
  const side = row.requesterTokenHash === hash ? 'requester' : 'mentor';
  const [personId, email] =
    side === 'requester' ? [row.requesterId, row.requesterEmail] : [row.mentor.personId, row.mentor.email];
  return ok({ id: row.id, personId, side, ...(await addressOf(db, personId, email)) });
}

/** Of the link in every mail to a mentor. Refuses `not-found`. */
export async function mentorByLink({ db }: Pick<Services, 'db'>, token: string): Promise<Result<LinkHolder>> {
  const row = await db.mentor.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!row) return refuse('link-over');
  return ok({ id: row.id, personId: row.personId, ...(await addressOf(db, row.personId, row.email)) });
}
