import type { Program } from '../../../../domain/program/program.schema.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import type { Texts } from '../../../text/texts.js';
import { statusClasses } from '../../parts/status-classes.js';
import { type DueWords, dueWords } from '../parts/due-words.js';
import { type Badge, queueBadges } from '../parts/queue-badges.js';
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
  { texts, now, zone, program }: { texts: Texts; now: Date; zone: string; program: Program },
): RequestHead {
  return {
    reference: view.reference,
    status: { text: texts.staff.statuses[view.status], classes: statusClasses[view.status] },
    badges: queueBadges(texts, view, now),
    due: dueWords(texts, view, now, zone),
    kind: kindLabel(view, program),
  };
}
