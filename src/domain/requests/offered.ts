import type { StaffRole } from '../people/actor.js';
import { type Permission, roleMay } from '../people/permissions.js';
import { allowance, judges } from './allowance.js';
import type { DeclinePolicy, RequestCommand } from './command.js';
import { replyRefusal } from './correspondence.js';
import type { DecisionKind } from './decision.schema.js';
import type { RequestState } from './state.js';
import { DRAFT_STATUSES } from './statuses.js';

/** Who wants to decide about what. `draft`: the one to submit or send, if any was written. */
export interface Deciding {
  state: RequestState;
  actor: string;
  role: StaffRole | null;
  draft: { id: string; author: string } | null;
  /** The requester asked for a reopening, and nobody has decided. */
  reopeningAsked?: boolean;
  /** A message of the requester waits for a reply. */
  messageWaits?: boolean;
}

/** Written beside the process. */
const CONTENT = ['draft-response', 'note', 'reply', 'refuse-reopening'] as const;
type Content = (typeof CONTENT)[number];

type Mildest = (deciding: Deciding) => RequestCommand | null;

/**
 * The mildest form of each decision: where even that is refused, none of its kind is possible. Null: there is nothing
 * it could be about. What is content is not among them: nothing runs that could refuse it.
 */
const MILDEST: Record<Exclude<DecisionKind, Content>, Mildest> = {
  assign: () => ({ kind: 'assign', assigneeId: '' }),
  'request-information': () => ({ kind: 'request-information' }),
  'submit-for-review': ({ draft }) =>
    draft && { kind: 'submit-for-review', draftAuthor: draft.author, draftId: draft.id },
  'return-response': () => ({ kind: 'return-response' }),
  'send-response': ({ draft }) =>
    draft && { kind: 'send-response', draftAuthor: draft.author, draftId: draft.id },
  extend: () => ({ kind: 'extend', businessDays: 1 }),
  reprioritise: () => ({ kind: 'reprioritise', urgent: true }),
  reclassify: () => ({ kind: 'reclassify', requestKind: '', documentKind: null, missing: [] }),
  'change-deadline': () => ({ kind: 'change-deadline' }),
  redirect: () => ({ kind: 'redirect', to: 'resources' }),
  decline: () => ({ kind: 'decline', policy: 'scope' }),
  merge: () => ({ kind: 'merge', into: '' }),
  close: () => ({ kind: 'close' }),
  reopen: () => ({ kind: 'reopen' }),
};

export const DECISION_KINDS = [...(Object.keys(MILDEST) as DecisionKind[]), ...CONTENT] as const;

/** What a role needs for a decision; of declining, the policy counts. */
export function permissionFor(decision: { kind: DecisionKind; policy?: DeclinePolicy }): Permission {
  const { kind, policy = 'scope' } = decision;
  if (kind === 'decline') return judges(policy) ? 'decision.decline-ethics' : 'decision.decline-scope';
  return `decision.${kind}`;
}

/**
 * The decisions somebody can take now. Pages show these and no others. The process asks `allowance` too, of the decision
 * as it was filled in: what its mildest form may do, a harder one may not.
 */
export function offeredDecisions(deciding: Deciding): DecisionKind[] {
  return DECISION_KINDS.filter(
    (kind) => roleMay(deciding.role, permissionFor({ kind })) && isPossible(kind, deciding),
  );
}

function isPossible(kind: DecisionKind, deciding: Deciding): boolean {
  const { state, actor, role } = deciding;
  if (kind === 'note') return true;
  if (kind === 'draft-response') return DRAFT_STATUSES.includes(state.status);
  if (kind === 'reply') return replyRefusal(state.status, deciding.messageWaits === true) === null;
  if (kind === 'refuse-reopening') return deciding.reopeningAsked === true;
  const command = MILDEST[kind](deciding);
  if (!command) return false;
  const envelope = { v: 1 as const, commandId: '', actor, role, notAfter: '', onBehalfOf: null, command };
  return allowance(state, envelope) === null;
}
