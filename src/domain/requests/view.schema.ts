import { z } from 'zod';
import {
  shownCode,
  shownCount,
  shownEmail,
  shownLink,
  shownReference,
  shownState,
  shownWords,
} from '../text/shown.schema.js';
import { PRIORITY_GROUPS } from './priority.js';
import { REQUEST_STATUSES } from './statuses.js';
import { WAITING_ON } from './waiting-on.js';

const instant = z.iso.datetime();

export const ledgerDaySchema = z.object({
  date: z.iso.date(),
  kind: z.enum(['received', 'counted', 'weekend', 'holiday', 'closure', 'paused', 'due']),
  count: shownCount,
  reason: shownWords(500).nullable(),
});

/** A TA request as the API answers it (api.md "TA requests"). Holds no facts, questions or answers. */
export const requestViewSchema = z.object({
  id: z.uuid(),
  reference: shownReference,
  status: z.enum(REQUEST_STATUSES),
  kind: shownCode,
  documentKind: shownCode.nullable(),
  topics: z.array(shownCode).max(20),
  priority: z.enum(['urgent', 'high', 'normal']),
  urgent: z.boolean(),
  /** The groups it comes first by while volume is high; empty at other times. */
  priorityGroups: z.array(z.enum(PRIORITY_GROUPS)).max(PRIORITY_GROUPS.length),
  receivedAt: instant,
  dueAt: instant.nullable(),
  targetAt: instant.nullable(),
  /** The one date that binds: the promise, or an earlier target because of a court or filing date still ahead. */
  answerBy: z
    .object({
      at: instant,
      because: z.enum(['promise', 'court', 'filing']),
      businessDaysLeft: z.int().min(-100_000).max(100_000),
    })
    .nullable(),
  clock: z.object({
    state: z.enum(['not-started', 'running', 'paused', 'stopped']),
    businessDaysUsed: shownCount,
    businessDaysLeft: z.int().min(-100_000).max(100_000),
  }),
  /** Course ids still to pass, `information`, `supervisor-confirmation`. */
  waitingFor: z.array(shownCode).max(100),
  /** Whose move it is; null: nobody's. */
  waitingOn: z.enum(WAITING_ON).nullable(),
  /** Somebody on staff has it. */
  assigned: z.boolean(),
  /** Who; told to staff only. */
  assignee: z.object({ id: z.uuid(), name: shownWords(200), email: shownEmail }).nullable(),
  /** Past the day an answer could have been expected; see `overdue.ts`. */
  overdue: z.boolean(),
  escalationLevel: shownCount,
  episode: shownCount,
  requester: z.object({
    /** The person's; told to staff only. */
    id: z.uuid().nullable(),
    name: shownWords(200),
    email: shownEmail,
    role: shownWords(60),
    organization: shownWords(200).nullable(),
    state: shownState.nullable(),
    licensedIn: z.array(shownState).max(60),
    ovcGrantee: z.boolean(),
  }),
  supervisor: z
    .object({ name: shownWords(200), email: shownEmail, role: shownWords(60), status: shownCode })
    .nullable(),
  courtOrFilingDeadline: z.object({ kind: shownCode, date: z.iso.date() }).nullable(),
  mergedInto: z.uuid().nullable(),
  /** The question for a call it was, and that call. Null: it came as a request. */
  fromCall: z.object({ callId: shownCode, questionId: z.uuid(), question: shownLink }).nullable(),
  /** The requester's first message that nobody has replied to yet. */
  messageWaitingSince: instant.nullable(),
  /** The requester asked to have it opened again; staff have not decided. */
  reopeningAskedAt: instant.nullable(),
  /** The one question after the answer. */
  followUp: z
    .object({
      id: z.uuid(),
      status: z.enum(['open', 'answered']),
      askedAt: instant,
      /** Promised by then. */
      dueAt: instant,
      answeredAt: instant.nullable(),
    })
    .nullable(),
  /** Until when one may be asked; null: not, or not any more. */
  followUpUntil: instant.nullable(),
  /** The day on which an answered request closes by itself, if nothing holds it. */
  closesOn: z.iso.date().nullable(),
  /** Said at once about a court or filing date: `court-date-past`, `court-date-too-soon`. */
  notices: z.array(shownCode).max(10),
  version: shownCount,
  links: z.object({
    self: shownLink,
    events: shownLink,
    clock: shownLink,
    response: shownLink.nullable(),
    page: shownLink,
  }),
});

export type RequestView = z.infer<typeof requestViewSchema>;
