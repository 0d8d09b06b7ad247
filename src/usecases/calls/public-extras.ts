import type { CallState } from '../../domain/calls/call-state.js';
import { cancelsItselfAt } from '../../domain/calls/cancels-itself.js';
import { plannedDateOf } from '../../domain/calls/occurrence.js';
import type { Instant, IsoDate } from '../../domain/time/instant.js';
import type { Services } from '../../ports/services.js';
import { pollEndOf } from './poll.js';

/** What everybody may know of a call beside the contract's view. */
export interface PublicExtras {
  /** Null: never moved. */
  moved: { from: IsoDate; to: IsoDate } | null;
  staffConfirmed: boolean;
  /** Its day off cancels it unless staff confirm it; false: it takes place unless they cancel it. */
  cancelsItself: boolean;
  recapPublished: boolean;
  /** Null: of a call without a row, or of a series that is no more. */
  pollClosesAt: Instant | null;
}

/** By call id; of calls without a row nothing of the kind can be said. */
export async function publicExtras(
  services: Pick<Services, 'db' | 'programs'>,
  ids: string[],
): Promise<Map<string, PublicExtras>> {
  const rows = await services.db.call.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      seriesId: true,
      endsAt: true,
      staffConfirmed: true,
      recapPublishedAt: true,
      processState: true,
    },
  });
  return new Map(
    rows.map((row) => {
      const state = row.processState as CallState | null;
      const extras = {
        // The id keeps the date first planned.
        moved: state?.movedAt ? { from: plannedDateOf(row.id), to: state.times.date } : null,
        staffConfirmed: row.staffConfirmed,
        cancelsItself: state !== null && cancelsItselfAt(state) !== null,
        recapPublished: row.recapPublishedAt !== null,
        pollClosesAt: pollEndOf(services, row)?.closesAt ?? null,
      };
      return [row.id, extras];
    }),
  );
}
