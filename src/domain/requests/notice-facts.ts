import type { Program } from '../program/program.schema.js';
import type { BusinessCalendar } from '../time/calendar.js';
import type { Instant, IsoDate } from '../time/instant.js';
import type { Notice, Recipient } from './notice.js';
import type { RequestPlan } from './plan.js';
import type { Happened, RequestState } from './state.js';

/** An event, and how the request stands after it. */
export interface EventContext {
  event: Happened;
  state: RequestState;
  plan: RequestPlan;
  /** Due date as it was told before the event. */
  previousDueAt: string | null;
  /** The same of an open follow-up’s. */
  previousFollowUpDueAt?: string | null;
  calendar: BusinessCalendar;
  program: Program;
  courtDate: IsoDate | null;
  /** As it stood before the event. */
  previousCourtDate?: IsoDate | null;
  /** When the mail leaves: later than the event where a form was confirmed late, or nothing ran for a while. */
  at: Instant;
}

/** What mails about an event tell, as it stands after the event. */
export interface NoticeFacts extends EventContext {
  /** The promise, and what binds before it. */
  dates: Partial<Notice>;
  /** The same to staff, who hear how far off it is, or that it is past. */
  counted: Partial<Notice>;
  /** The court or filing date, and how far off that is. */
  ownDate: Partial<Notice>;
  /** When the wait ends by itself. */
  wait: Partial<Notice>;
  /** The day promised for a follow-up’s answer. */
  followUp: Partial<Notice>;
  /** The day on which it closes by itself. */
  closing: Partial<Notice>;
  /** A supervisor who has confirmed reads the request, and hears how it ends. */
  cc: Recipient[];
  /** Of whoever was named as supervisor, while they have yet to confirm. */
  askSupervisor: Notice[];
  supervisorAsked: boolean;
}
