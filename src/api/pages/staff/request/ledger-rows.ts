import type { LedgerDay } from '../../../../domain/time/types.js';
import type { Texts } from '../../../text/texts.js';

export interface LedgerRow {
  date: string;
  what: string;
  count: number;
  kind: string;
}

/** The day ledger in words: names of holidays and closures as entered, codes as sentences. */
export function ledgerRows(texts: Texts, days: readonly LedgerDay[]): LedgerRow[] {
  const { kinds, reasons } = texts.staff.request.clockPage;
  return days.map(({ date, kind, count, reason }) => {
    const why = reason ? (reasons[reason] ?? reason) : null;
    const what = kinds[kind] ?? kind;
    return { date: texts.dates.date(date), what: why ? `${what}: ${why}` : what, count, kind };
  });
}
