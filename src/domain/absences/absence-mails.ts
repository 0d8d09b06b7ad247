import type { MailKindAbout } from '../mail/kinds.js';
import type { AbsenceEvent, AbsenceEventType, AbsenceState } from './absence-state.js';

export type AbsenceReader = 'person' | 'stand-in' | 'before' | 'coordinators';

export interface AbsenceMail {
  kind: MailKindAbout<'absence'>;
  to: readonly AbsenceReader[];
}

type Mails = (event: AbsenceEvent, state: AbsenceState) => readonly AbsenceMail[];

const toStandIn = (kind: AbsenceMail['kind']): AbsenceMail => ({ kind, to: ['stand-in'] });
const over = toStandIn('stand-in-ends');

/** Whoever is away hears of it where somebody else set it. */
const byOther = ({ actor }: AbsenceEvent, { personId }: AbsenceState): AbsenceMail[] =>
  actor === `user:${personId}` ? [] : [{ kind: 'absence-set', to: ['person'] }];

/** A row per event: whom it is told. */
export const ABSENCE_MAILS: Record<AbsenceEventType, Mails> = {
  planned: (event, state) => [
    // What begins at once tells so itself.
    ...(state.beginsAt !== null && state.beginsAt > event.at ? [toStandIn('stand-in-named')] : []),
    ...byOther(event, state),
  ],
  changed(event, state) {
    const { before, firstDay, lastDay } = event.data;
    const another = before !== undefined;
    const begun = state.status === 'under-way';
    const days = firstDay !== undefined || lastDay !== undefined;
    return [
      ...(before ? [{ kind: 'stand-in-ends', to: ['before'] } as const] : []),
      ...(another && begun ? [toStandIn('stand-in-begins')] : []),
      ...(!(another && begun) && (another || days) ? [toStandIn('stand-in-named')] : []),
      ...byOther(event, state),
    ];
  },
  cancelled: (event, state) => [over, ...byOther(event, state)],
  begun: () => [toStandIn('stand-in-begins')],
  returned: () => [over, { kind: 'back-again', to: ['person'] }],
  'person-left': () => [over],
  'stand-in-left': () => [{ kind: 'stand-in-gone', to: ['person', 'coordinators'] }],
  'calendar-changed': () => [],
};
