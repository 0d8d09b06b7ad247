import type { Instant } from '../time/instant.js';
import { nextReleaseDeadline } from './next-release-deadline.js';
import type { RecipientKind, SignedHow } from './release-scope.js';
import type { ReleaseEventType, ReleaseState } from './release-state.js';
import type { ReleaseDecided } from './release-transition.js';

const BEGINS: Record<SignedHow, ReleaseEventType> = { page: 'asked', paper: 'recorded', act: 'agreed' };

/** A release as it begins, asked for or signed already: its state and event number 0. */
export function openRelease({
  releaseId,
  recipientKind,
  how,
  actor,
  onBehalfOf = null,
  at,
  dates,
}: {
  releaseId: string;
  recipientKind: RecipientKind;
  /** `page`: it waits for the requester. */
  how: SignedHow;
  actor: string;
  onBehalfOf?: string | null;
  at: Instant;
  dates: Pick<ReleaseState, 'expiresAt' | 'warnAt' | 'lapsesAt'>;
}): ReleaseDecided {
  const waits = how === 'page';
  const state: ReleaseState = {
    v: 1,
    releaseId,
    seq: 0,
    status: waits ? 'asked' : 'in-force',
    recipientKind,
    openedAt: at,
    signedAt: waits ? null : at,
    ...dates,
    next: null,
    handled: [],
  };
  const event = {
    seq: 0,
    type: BEGINS[how],
    at,
    actor,
    onBehalfOf,
    commandId: releaseId,
    data: waits ? {} : { how },
  };
  return { state: { ...state, next: nextReleaseDeadline(state) }, event };
}
