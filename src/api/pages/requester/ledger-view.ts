import type { LedgerDay } from '../../../domain/time/types.js';
import type { Texts } from '../../text/texts.js';

export interface LedgerRow {
  date: string;
  what: string;
  count: number;
  /** Days that count stand out from those that don't. */
  counts: boolean;
}

/** `Mon, Nov 2`: short enough for a narrow screen. */
const DAY = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  month: 'short',
  day: 'numeric',
});

/** The day ledger as rows of a table. */
export function ledgerRows(texts: Texts, days: readonly LedgerDay[]): LedgerRow[] {
  const text = texts.requester.request.clock;
  return days.map(({ date, kind, count, reason }) => ({
    date: DAY.format(new Date(`${date}T12:00:00Z`)),
    what: reason === null ? text.kinds[kind] : `${text.kinds[kind]}: ${text.reasons[reason] ?? reason}`,
    count,
    counts: kind === 'counted' || kind === 'due',
  }));
}
