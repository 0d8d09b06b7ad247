import type { Services } from '../../../../ports/services.js';
import { callMailKinds, roomText } from '../../../text/staff-calls/room.js';
import { MAIL_FIELDS, mailRow } from '../mail/mail-rows.js';
import { staffPaths } from '../staff-paths.js';

const SHOWN = 20;
const COLUMNS = ['queued', 'sent', 'failed', 'unknown', 'suppressed'] as const;

type Column = (typeof COLUMNS)[number];

/** What became of a call's mail: numbers by kind, and the rows that need a person. */
export async function deliveryReport(services: Services, callId: string, zone: string) {
  const ofCall = { OR: [{ aboutId: callId }, { relatedId: callId }] };
  const trouble = { ...ofCall, status: { in: ['failed', 'unknown'] }, resolvedBy: null };
  const [counts, rows, troubled] = await Promise.all([
    services.db.message.groupBy({ by: ['kind', 'status'], where: ofCall, _count: true }),
    services.db.message.findMany({
      where: trouble,
      orderBy: { queuedAt: 'asc' },
      take: SHOWN,
      select: MAIL_FIELDS,
    }),
    services.db.message.count({ where: trouble }),
  ]);
  return {
    columns: COLUMNS.map((column) => roomText.delivery.columns[column]),
    kinds: deliveryRows(counts.map(({ kind, status, _count }) => ({ kind, status, n: _count }))),
    trouble: rows.map((row) => ({
      ...mailRow(row, zone, staffPaths.call(callId)),
      kind: callMailKinds[row.kind] ?? row.kind,
      about: null,
    })),
    more: troubled > SHOWN ? roomText.delivery.more(troubled - SHOWN) : null,
  };
}

/** One row a kind; what is on its way counts as waiting. */
export function deliveryRows(counts: readonly { kind: string; status: string; n: number }[]) {
  const kinds = [...new Set(counts.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const numbers: Record<Column, number> = { queued: 0, sent: 0, failed: 0, unknown: 0, suppressed: 0 };
    for (const one of counts.filter((row) => row.kind === kind)) {
      const column = one.status === 'sending' ? 'queued' : one.status;
      if (column in numbers) numbers[column as Column] += one.n;
    }
    const all = COLUMNS.reduce((sum, column) => sum + numbers[column], 0);
    return {
      kind: callMailKinds[kind] ?? kind,
      numbers: COLUMNS.map((column) => ({
        value: numbers[column],
        trouble: column === 'failed' || column === 'unknown',
      })),
      progress: numbers.queued > 0 ? roomText.delivery.progress(all - numbers.queued, all) : null,
    };
  });
}
