import type { Database } from '../../ports/database.js';

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
export async function contactTroubles(db: Database): Promise<ContactTroubles> {
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
  return { reading: poll?.problem ?? null, telling, count };
}
