import type { Permission } from '../../people/permissions.js';
import { roleMay } from '../../people/permissions.js';
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

const permissionFor = ({ policy = 'scope' }: { policy?: DeclinePolicy }): Permission =>
  judges(policy) ? 'decision.decline-ethics' : 'decision.decline-scope';

export const decline = decision<{ kind: 'decline'; policy: DeclinePolicy }>({
  permission: 'decision.decline-scope',
  permissionFor,
  allowedIn: OPEN_STATUSES,
  mildest: () => ({ kind: 'decline', policy: 'scope' }),
  refuse: (_state, command, { role }) =>
    judges(command.policy) && !roleMay(role, permissionFor(command))
      ? because('decline-needs-director')
      : null,
  carryOut: (state, { policy }, at) => endAs('declined', state, at, { policy }),
});
