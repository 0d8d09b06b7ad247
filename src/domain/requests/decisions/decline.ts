import type { StaffRole } from '../../people/actor.js';
import { DIRECTORS, EVERYONE } from '../../people/permissions.js';
import { because } from '../../result.js';
import { OPEN_STATUSES } from '../statuses.js';
import { endAs } from './outcomes.js';
import { decision } from './sheet.js';

export const DECLINE_POLICIES = ['scope', 'ethics', 'overuse', 'not-served'] as const;
export type DeclinePolicy = (typeof DECLINE_POLICIES)[number];

/** Ethics and overuse judge a person; scope and "not served" are plain facts. */
export function judges(policy: DeclinePolicy): boolean {
  return policy === 'ethics' || policy === 'overuse';
}

export const mayJudge = (role: StaffRole | null): boolean => role !== null && DIRECTORS.includes(role);

export const decline = decision<{ kind: 'decline'; policy: DeclinePolicy }>()({
  by: EVERYONE,
  words: { reason: { keptAs: 'decline-reason', readBy: 'case' } },
  byFor: ({ policy = 'scope' }) => (judges(policy) ? DIRECTORS : EVERYONE),
  allowedIn: OPEN_STATUSES,
  mildest: () => ({ kind: 'decline', policy: 'scope' }),
  refuse: (_state, command, { role }) =>
    judges(command.policy) && !mayJudge(role) ? because('decline-needs-director') : null,
  carryOut: (state, { policy }, at) => endAs('declined', state, at, { policy }),
});
