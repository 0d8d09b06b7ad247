import type { StaffRole } from '../people/actor.js';
import { roleMay } from '../people/permissions.js';
import type { DeclinePolicy, RequestCommandEnvelope, RequestCommandKind } from './command.js';
import type { RequestState } from './state.js';
import {
  isEnded,
  isOpen,
  OPEN_STATUSES,
  REOPENING_STATUSES,
  type RequestStatus,
  WORKING_STATUSES,
} from './statuses.js';

export interface Refused {
  code: 'not-allowed-now' | 'own-draft' | 'forbidden' | 'invalid';
  detail: string;
}

/** Merging passes dates on, and each would read the other's; what to do instead is said with it. */
export const OF_ANOTHER_PERSON =
  'That request is another person’s. Only requests of one person are merged, so that nobody sees the dates of somebody else. Answer both, or redirect this one.';

/** Ethics and overuse judge a person; scope and "not served" are plain facts. */
export function judges(policy: DeclinePolicy): boolean {
  return policy === 'ethics' || policy === 'overuse';
}

/** In which statuses each command may be carried out. */
export const ALLOWED_IN: Record<RequestCommandKind, readonly RequestStatus[]> = {
  assign: OPEN_STATUSES,
  'request-information': WORKING_STATUSES,
  'answer-information': ['awaiting-information'],
  redirect: OPEN_STATUSES,
  decline: OPEN_STATUSES,
  extend: [...WORKING_STATUSES, 'awaiting-information'],
  'submit-for-review': ['queued', 'in-progress'],
  'return-response': ['in-review'],
  'send-response': ['in-review', 'in-progress', 'queued'],
  merge: OPEN_STATUSES,
  reprioritise: OPEN_STATUSES,
  close: ['responded'],
  reopen: REOPENING_STATUSES,
  reclassify: OPEN_STATUSES,
  'change-deadline': OPEN_STATUSES,
  withdraw: OPEN_STATUSES,
  'confirm-supervisor': OPEN_STATUSES,
};

/**
 * Whether a command may be carried out now: null, or the refusal with its reason.
 * The workflow's validator asks it, and the pages (`offered.ts`). Synchronous and pure.
 */
export function allowance(
  state: RequestState,
  { actor, role, command, commandId }: RequestCommandEnvelope,
): Refused | null {
  if (state.handled.includes(commandId)) return null;
  if (!ALLOWED_IN[command.kind].includes(state.status))
    return notNow(wrongStatus(state.status, command.kind));
  switch (command.kind) {
    case 'extend':
      if (state.clock.length === 0) return notNow('There is no deadline yet that could be extended.');
      return extension(state, command.businessDays, role);
    case 'send-response':
      return sending(state, actor, command);
    case 'return-response':
      return ownDraft(state.draftAuthor, actor);
    case 'confirm-supervisor':
      if (state.supervisor === 'not-needed') return notNow('This request needs no supervisor.');
      return state.supervisor === 'unconfirmed' ? null : notNow('The supervisor has already answered.');
    case 'merge':
      if (command.into === state.requestId)
        return { code: 'invalid', detail: 'A request cannot be merged into itself.' };
      return command.samePerson === false ? { code: 'invalid', detail: OF_ANOTHER_PERSON } : null;
    case 'decline':
      return judges(command.policy) && !roleMay(role, 'decision.decline-ethics')
        ? { code: 'forbidden', detail: 'Only a director may decline for ethics or overuse.' }
        : null;
    default:
      return null;
  }
}

function notNow(detail: string): Refused {
  return { code: 'not-allowed-now', detail };
}

function wrongStatus(status: RequestStatus, kind: RequestCommandKind): string {
  if (isEnded(status)) return `This request has ended (${status}); reopen it first.`;
  return isOpen(status)
    ? `"${kind}" is not possible while the request is ${status}.`
    : `"${kind}" is not possible once the request is ${status}.`;
}

function extension(state: RequestState, businessDays: number, role: StaffRole | null): Refused | null {
  if (roleMay(role, 'decision.extend-beyond')) return null;
  if (state.extensions > 0 && state.secondExtensionNeedsDirector)
    return { code: 'forbidden', detail: 'A second extension needs a director.' };
  if (businessDays > state.maxExtension) {
    return { code: 'forbidden', detail: `More than ${state.maxExtension} business days need a director.` };
  }
  return null;
}

function sending(
  state: RequestState,
  actor: string,
  { draftAuthor, draftId }: { draftAuthor: string; draftId?: string },
): Refused | null {
  if (state.reviewRequired) {
    if (state.status !== 'in-review') return notNow('Submit the draft for review first.');
    const own = ownDraft(draftAuthor, actor);
    if (own) return own;
  }
  // What was reviewed is sent, whatever was written since.
  if (state.status === 'in-review' && state.draftId && draftId && draftId !== state.draftId)
    return notNow('Another draft is under review than the one you have read.');
  if (state.supervisor === 'unconfirmed') return notNow('The supervisor has not confirmed yet.');
  if (state.supervisor === 'refused')
    return notNow('The supervisor named has refused; another one is needed.');
  return null;
}

function ownDraft(draftAuthor: string | null, actor: string): Refused | null {
  return draftAuthor === actor
    ? { code: 'own-draft', detail: 'Nobody reviews their own draft; ask a colleague.' }
    : null;
}
