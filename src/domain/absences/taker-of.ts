import type { Actor } from '../people/actor.js';
import type { Instant, IsoDate } from '../time/instant.js';
import type { Cover } from './absence-statuses.js';
import { goesOver, type WorkDue } from './goes-over.js';

/** One of the staff who is given work, and whether they are away. */
export interface Given {
  id: string;
  name: string;
  away: {
    /** The last day. */
    until: IsoDate;
    returnsAt: Instant;
    work: Cover;
    /** Null: nobody does any more. */
    standIn: { id: string; name: string } | null;
  } | null;
}

export interface Giving {
  /** True: to whoever stands in; false: to them all the same; left out: where the rest of their work went. */
  orStandIn?: boolean | undefined;
  due: WorkDue;
  by: Actor;
}

/** Who has it then, by id and by name. `insteadOf`: who is away, if another gets it. */
export interface Taker {
  assigneeId: string;
  name: string;
  insteadOf?: string;
}

/** Who gets work that is given to one of the staff. Whoever gives it to themself gets it. */
export function takerOf({ id, name, away }: Given, { orStandIn, due, by }: Giving): Taker {
  const self = { assigneeId: id, name };
  if (!away?.standIn || orStandIn === false || (by.kind === 'user' && by.id === id)) return self;
  const { standIn, until, ...terms } = away;
  return orStandIn || goesOver({ ...terms, lastDay: until }, due)
    ? { assigneeId: standIn.id, name: standIn.name, insteadOf: id }
    : self;
}
