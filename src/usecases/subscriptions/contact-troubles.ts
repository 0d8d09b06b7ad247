import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';

export interface ContactTroubles {
  /** Code of what keeps changes there from being read; null: nothing. */
  reading: string | null;
  /** Choices of people that could not be told there, the first ones. */
  telling: { email: string; code: string }[];
  /** All of them. */
  count: number;
}

const SHOWN = 50;

/** What does not go as it should between the desk and the place where contacts are kept. */
export async function contactTroubles(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
): Promise<Result<ContactTroubles>> {
  const refused = refuseUnless(actor, 'messages.read');
  if (refused) return refused;
  const where = { pushProblem: { not: null } };
  const [poll, rows, count] = await Promise.all([
    db.contactPoll.findFirst({ where: { stopped: false } }),
    db.subscription.findMany({
      where,
      orderBy: { email: 'asc' },
      take: SHOWN,
      select: { email: true, pushProblem: true },
    }),
    db.subscription.count({ where }),
  ]);
  const telling = rows.map(({ email, pushProblem }) => ({ email, code: pushProblem ?? '' }));
  return ok({ reading: poll?.problem ?? null, telling, count });
}
