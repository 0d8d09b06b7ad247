import { isTroubledMail } from '../../../../domain/mail/statuses.js';
import { mailsOfCall } from '../../../../usecases/mail/mail-log.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { mailRow } from '../mail/mail-rows.js';
import type { Reader } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';

const SHOWN = 20;
const COLUMNS = ['queued', 'sent', 'failed', 'unknown', 'suppressed'] as const;

type Column = (typeof COLUMNS)[number];

/** What became of a call's mail: numbers by kind, and the rows that need a person. */
export async function deliveryReport(
  services: AppServices,
  { actor, texts }: Reader,
  callId: string,
  zone: string,
) {
  const { callPage, mailKinds } = texts.staff.calls;
  const mails = unwrap(await mailsOfCall(services, actor, callId, { most: SHOWN }));
  const more = mails.troubledInAll - SHOWN;
  return {
    columns: COLUMNS.map((column) => callPage.delivery.columns[column]),
    kinds: deliveryRows(texts, mails.counts),
    trouble: mails.troubled.map((row) => ({
      ...mailRow(texts, row, zone, staffPaths.call(callId)),
      kind: mailKinds[row.kind] ?? row.kind,
      about: null,
    })),
    more: more > 0 ? callPage.delivery.more(more) : null,
  };
}

/** One row a kind; what is on its way counts as waiting. */
export function deliveryRows(texts: Texts, counts: readonly { kind: string; status: string; n: number }[]) {
  const { callPage, mailKinds } = texts.staff.calls;
  const kinds = [...new Set(counts.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const numbers: Record<Column, number> = { queued: 0, sent: 0, failed: 0, unknown: 0, suppressed: 0 };
    for (const one of counts.filter((row) => row.kind === kind)) {
      const column = one.status === 'sending' ? 'queued' : one.status;
      if (column in numbers) numbers[column as Column] += one.n;
    }
    const all = COLUMNS.reduce((sum, column) => sum + numbers[column], 0);
    return {
      kind: mailKinds[kind] ?? kind,
      numbers: COLUMNS.map((column) => ({
        value: numbers[column],
        trouble: isTroubledMail(column),
      })),
      progress: numbers.queued > 0 ? callPage.delivery.progress(all - numbers.queued, all) : null,
    };
  });
}
