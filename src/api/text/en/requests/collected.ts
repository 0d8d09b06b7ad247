import type { MailKindAbout } from '../../../../domain/mail/kinds.js';
import type { BesideEventType } from '../../../../domain/requests/correspondence.js';
import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { DECISION_KINDS, type WordsOf, wordsOf } from '../../../../domain/requests/decisions.js';
import type { EventToldOutside, RequestEventType } from '../../../../domain/requests/events.js';
import {
  REQUEST_STATUSES,
  type RequestStatus,
  type StatusIn,
  WAITING_STATUSES,
} from '../../../../domain/requests/statuses.js';
import { releaseMailKinds } from '../pages/sharing.js';
import { afterAnswer } from './after-answer.js';
import { answer } from './answer.js';
import { conversation } from './conversation.js';
import { ending } from './ending.js';
import type {
  DecisionText,
  EventText,
  KeptText,
  OutsideText,
  PausingText,
  StatusText,
  WaitText,
} from './group.js';
import { handling } from './handling.js';
import { receipt } from './receipt.js';
import { reopening } from './reopening.js';
import { tasks } from './tasks.js';
import { time } from './time.js';

// The words of requests stand by subject; here they become the tables that pages look in, and what one lacks does not compile.

type KeptTexts<K extends DecisionKind> = [keyof WordsOf<K>] extends [never]
  ? { kept?: never }
  : {
      kept: {
        [N in keyof WordsOf<K>]: WordsOf<K>[N] extends { readBy: 'case' } ? Required<KeptText> : KeptText;
      };
    };

export const DECISION_TEXTS = {
  ...handling.decisions,
  ...time.decisions,
  ...conversation.decisions,
  ...tasks.decisions,
  ...answer.decisions,
  ...afterAnswer.decisions,
  ...ending.decisions,
  ...reopening.decisions,
} satisfies { [K in DecisionKind]: DecisionText & KeptTexts<K> };

/** Before courses are passed the clock has not started. */
type Pausing = Exclude<StatusIn<'waiting'>, 'awaiting-prerequisites'>;

const STATUS_TEXTS: Record<Exclude<RequestStatus, StatusIn<'waiting'>>, StatusText> &
  Record<'awaiting-prerequisites', WaitText> &
  Record<Pausing, PausingText> = {
  ...receipt.statuses,
  ...handling.statuses,
  ...conversation.statuses,
  ...answer.statuses,
  ...ending.statuses,
};

type EventType = RequestEventType | BesideEventType;
const EVENT_TEXTS: Record<Exclude<EventType, EventToldOutside>, EventText> &
  Record<EventToldOutside, Required<EventText>> = {
  ...receipt.events,
  ...handling.events,
  ...time.events,
  ...conversation.events,
  ...tasks.events,
  ...answer.events,
  ...afterAnswer.events,
  ...ending.events,
  ...reopening.events,
};

export const REQUEST_MAILS: Record<MailKindAbout<'request'>, string> = {
  ...receipt.mails,
  ...handling.mails,
  ...time.mails,
  ...conversation.mails,
  ...tasks.mails,
  ...answer.mails,
  ...afterAnswer.mails,
  ...ending.mails,
  ...reopening.mails,
  ...releaseMailKinds,
};

/** A table of one column. */
const column = <K extends string, T>(names: readonly K[], of: (name: K) => T) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, T>;

export const STATUSES = {
  staff: column(REQUEST_STATUSES, (status) => STATUS_TEXTS[status].staff),
  requester: column(REQUEST_STATUSES, (status) => STATUS_TEXTS[status].requester),
  /** Where the supervisor reads another sentence than the requester. */
  supervisor: column(WAITING_STATUSES, (status) => STATUS_TEXTS[status].supervisor),
};

/** What staff do next while the requester is waited for. */
export const WAIT_STEPS = column(WAITING_STATUSES, (status) => STATUS_TEXTS[status].step);

export const NEXT_IN_WAITS = {
  requester: column(WAITING_STATUSES, (status) => STATUS_TEXTS[status].next.requester),
  supervisor: column(WAITING_STATUSES, (status) => STATUS_TEXTS[status].next.supervisor),
};

const PAUSING = WAITING_STATUSES.filter((status): status is Pausing => status !== 'awaiting-prerequisites');
/** Why the clock is paused. */
export const PAUSED = column(PAUSING, (status) => STATUS_TEXTS[status].paused);

const EVENT_TYPES = Object.keys(EVENT_TEXTS) as EventType[];
export const EVENTS = {
  staff: column(EVENT_TYPES, (type) => EVENT_TEXTS[type].staff),
  outside: column(
    EVENT_TYPES.filter((type): type is EventToldOutside => EVENT_TEXTS[type].outside !== undefined),
    (type): OutsideText => EVENT_TEXTS[type].outside,
  ),
};

/** Above words of the case, by the names they are kept under. */
const keptFor = (reader: keyof KeptText): Record<string, string> =>
  Object.fromEntries(
    DECISION_KINDS.flatMap((kind) => {
      const kept: Record<string, KeptText> = (DECISION_TEXTS[kind] as DecisionText).kept ?? {};
      return Object.entries(wordsOf(kind)).flatMap(([name, { keptAs }]) => {
        const text = kept[name]?.[reader];
        return text ? [[keptAs, text]] : [];
      });
    }),
  );

export const KEPT_WORDS = { staff: keptFor('staff'), requester: keptFor('requester') };
