import type { Program } from '../../../../domain/program/program.schema.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { formatShortDateTime } from '../../../../domain/time/format.js';
import { statusClasses, statusLabels } from '../../../text/staff.js';
import { queueText } from '../../../text/staff-queue.js';
import { type Badge, queueBadges } from '../queue/queue-badges.js';
import { type DueWords, dueWords } from './due-words.js';
import { kindLabel } from './request-cards.js';

export interface RequestHead {
  reference: string;
  status: { text: string; classes: string };
  badges: Badge[];
  due: DueWords;
  /** Only where the court or filing date comes before the promise. */
  target: string | null;
  kind: string;
}

/** The identity bar: which request this is and how it stands. */
export function requestHead(
  view: RequestView,
  { now, zone, program }: { now: Date; zone: string; program: Program },
): RequestHead {
  const open = view.clock.state !== 'stopped';
  return {
    reference: view.reference,
    status: { text: statusLabels[view.status], classes: statusClasses[view.status] },
    badges: queueBadges(view, now),
    due: dueWords(view, now, zone),
    target:
      open && view.targetAt && view.targetAt !== view.dueAt
        ? queueText.target(formatShortDateTime(view.targetAt, zone))
        : null,
    kind: kindLabel(view, program),
  };
}
