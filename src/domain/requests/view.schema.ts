import { z } from 'zod';
import { REQUEST_STATUSES } from './status.js';

const instant = z.iso.datetime();

export const ledgerDaySchema = z.object({
  date: z.iso.date(),
  kind: z.enum(['received', 'counted', 'weekend', 'holiday', 'closure', 'paused', 'due']),
  count: z.int(),
  reason: z.string().nullable(),
});

/** A TA request as the API answers it (api.md "TA requests"). Holds no facts, questions or answers. */
export const requestViewSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  status: z.enum(REQUEST_STATUSES),
  kind: z.string(),
  documentKind: z.string().nullable(),
  topics: z.array(z.string()),
  priority: z.enum(['urgent', 'high', 'normal']),
  urgent: z.boolean(),
  receivedAt: instant,
  dueAt: instant.nullable(),
  targetAt: instant.nullable(),
  /** The one date that binds: the promise, or an earlier target because of a court or filing date still ahead. */
  answerBy: z
    .object({
      at: instant,
      because: z.enum(['promise', 'court', 'filing']),
      businessDaysLeft: z.int(),
    })
    .nullable(),
  clock: z.object({
    state: z.enum(['not-started', 'running', 'paused', 'stopped']),
    businessDaysUsed: z.int(),
    businessDaysLeft: z.int(),
  }),
  /** Course ids still to pass, `information`, `supervisor-confirmation`. */
  waitingFor: z.array(z.string()),
  /** Somebody on staff has it. */
  assigned: z.boolean(),
  /** Who; told to staff only. */
  assignee: z.object({ id: z.uuid(), name: z.string(), email: z.string() }).nullable(),
  escalationLevel: z.int(),
  episode: z.int(),
  requester: z.object({
    name: z.string(),
    email: z.string(),
    role: z.string(),
    organization: z.string().nullable(),
    state: z.string().nullable(),
    licensedIn: z.array(z.string()),
    ovcGrantee: z.boolean(),
  }),
  supervisor: z
    .object({ name: z.string(), email: z.string(), role: z.string(), status: z.string() })
    .nullable(),
  courtOrFilingDeadline: z.object({ kind: z.string(), date: z.iso.date() }).nullable(),
  mergedInto: z.uuid().nullable(),
  /** The question for a call it was, and that call. Null: it came as a request. */
  fromCall: z.object({ callId: z.string(), questionId: z.uuid(), question: z.string() }).nullable(),
  /** The requester's first message that nobody has replied to yet. */
  messageWaitingSince: instant.nullable(),
  /** The requester asked to have it opened again; staff have not decided. */
  reopeningAskedAt: instant.nullable(),
  /** Said at once about a court or filing date: `court-date-past`, `court-date-too-soon`. */
  notices: z.array(z.string()),
  version: z.int(),
  links: z.object({
    self: z.string(),
    events: z.string(),
    clock: z.string(),
    response: z.string().nullable(),
    page: z.string(),
  }),
});

export type RequestView = z.infer<typeof requestViewSchema>;
