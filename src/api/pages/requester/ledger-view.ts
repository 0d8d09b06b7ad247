import type { LedgerDay } from '../../../domain/time/types.js';
import type { Texts } from '../../text/texts.js';

export interface LedgerRow {
  date: string;
  what: string;
  count: number;
  /** Days that count stand out from those that don't. */
  counts: boolean;
}

/** The day ledger as rows of a table. */
export function ledgerRows(texts: Texts, days: readonly LedgerDay[]): LedgerRow[] {
  const text = texts.requester.request.clock;
  return days.map(({ date, kind, count, reason }) => ({
    date: texts.dates.dayOfWeek(date),
    what: reason === null ? text.kinds[kind] : `${text.kinds[kind]}: ${text.reasons[reason] ?? reason}`,
    count,
    counts: kind === 'counted' || kind === 'due',
  }));
}
