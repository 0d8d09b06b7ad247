import type { Program } from '../../../../domain/program/program.schema.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { statusClasses, statusLabels } from '../../../text/staff.js';
import { type Badge, queueBadges } from '../queue/queue-badges.js';
import { type DueWords, dueWords } from './due-words.js';
import { kindLabel } from './request-cards.js';

export interface RequestHead {
  reference: string;
  status: { text: string; classes: string };
  badges: Badge[];
  due: DueWords;
  kind: string;
}

/** The identity bar: which request this is and how it stands. */
export function requestHead(
  view: RequestView,
  { now, zone, program }: { now: Date; zone: string; program: Program },
): RequestHead {
  return {
    reference: view.reference,
    status: { text: statusLabels[view.status], classes: statusClasses[view.status] },
    badges: queueBadges(view, now),
    due: dueWords(view, now, zone),
    kind: kindLabel(view, program),
  };
}
