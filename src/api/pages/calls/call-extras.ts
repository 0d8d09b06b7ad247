import type { Services } from '../../../activities/ports.js';
import type { CallState } from '../../../domain/calls/call-state.js';
import { plannedDateOf } from '../../../domain/calls/occurrence.js';
import { formatDate } from '../../../domain/time/format.js';
import type { IsoDate } from '../../../domain/time/instant.js';
import { callsText } from '../../text/calls.js';

/** What pages say of a call beside the contract's view; all of it public. */
export interface CallExtras {
  /** In words; null: never moved. */
  moved: string | null;
  staffConfirmed: boolean;
  recapPublished: boolean;
}

const NONE: CallExtras = { moved: null, staffConfirmed: false, recapPublished: false };

/** By call id; of calls without a row nothing of the kind can be said. */
export async function callExtras(
  { db }: Pick<Services, 'db'>,
  ids: string[],
): Promise<(id: string) => CallExtras> {
  const rows = await db.call.findMany({
    where: { id: { in: ids } },
    select: { id: true, staffConfirmed: true, recapPublishedAt: true, processState: true },
  });
  const known = new Map(
    rows.map((row) => [
      row.id,
      {
        moved: movedWords(row.id, row.processState as CallState | null),
        staffConfirmed: row.staffConfirmed,
        recapPublished: row.recapPublishedAt !== null,
      },
    ]),
  );
  return (id) => known.get(id) ?? NONE;
}

/** The id keeps the date first planned. */
function movedWords(id: string, state: { movedAt: string | null; times: { date: IsoDate } } | null) {
  if (!state?.movedAt) return null;
  const was = plannedDateOf(id);
  return was === state.times.date ? callsText.moved.sameDay : callsText.moved.from(formatDate(was));
}
