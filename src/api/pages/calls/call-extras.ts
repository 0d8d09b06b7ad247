import type { CallState } from '../../../domain/calls/call-state.js';
import { cancelsItselfAt } from '../../../domain/calls/cancels-itself.js';
import { plannedDateOf } from '../../../domain/calls/occurrence.js';
import { formatDate } from '../../../domain/time/format.js';
import type { IsoDate } from '../../../domain/time/instant.js';
import type { Services } from '../../../ports/services.js';
import { pollEndOf } from '../../../usecases/calls/poll.js';
import type { Texts } from '../../text/texts.js';

/** What pages say of a call beside the contract's view; all of it public. */
export interface CallExtras {
  /** In words; null: never moved. */
  moved: string | null;
  staffConfirmed: boolean;
  /** Its day off cancels it unless staff confirm it; false: it takes place unless they cancel it. */
  cancelsItself: boolean;
  recapPublished: boolean;
  /** Null: of a call without a row, or of a series that is no more. */
  pollClosesAt: string | null;
}

const NONE: CallExtras = {
  moved: null,
  staffConfirmed: false,
  cancelsItself: true,
  recapPublished: false,
  pollClosesAt: null,
};

/** By call id; of calls without a row nothing of the kind can be said. */
export async function callExtras(
  services: Pick<Services, 'db' | 'programs'>,
  texts: Texts,
  ids: string[],
): Promise<(id: string) => CallExtras> {
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
  const known = new Map(
    rows.map((row) => {
      const state = row.processState as CallState | null;
      const extras = {
        moved: movedWords(texts, row.id, state),
        staffConfirmed: row.staffConfirmed,
        cancelsItself: state !== null && cancelsItselfAt(state) !== null,
        recapPublished: row.recapPublishedAt !== null,
        pollClosesAt: pollEndOf(services, row)?.closesAt ?? null,
      };
      return [row.id, extras];
    }),
  );
  return (id) => known.get(id) ?? NONE;
}

/** The id keeps the date first planned. */
function movedWords(
  { calls }: Texts,
  id: string,
  state: { movedAt: string | null; times: { date: IsoDate } } | null,
) {
  if (!state?.movedAt) return null;
  const was = plannedDateOf(id);
  return was === state.times.date ? calls.calls.moved.sameDay : calls.calls.moved.from(formatDate(was));
}
