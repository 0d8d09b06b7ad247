import { EVERYONE } from '../../people/permissions.js';
import { OPEN_STATUSES } from '../statuses.js';
import { endAs } from './outcomes.js';
import { decision } from './sheet.js';

export const REDIRECTIONS = ['legal-working-group', 'resources', 'workshop', 'referral', 'mentor'] as const;
export type Redirection = (typeof REDIRECTIONS)[number];

/** Resources and workshop are ids of the program. */
interface Redirect {
  kind: 'redirect';
  to: Redirection;
  resources?: string[];
  workshop?: string;
}

export const redirect = decision<Redirect>()({
  by: EVERYONE,
  words: { note: { keptAs: 'redirect-note', readBy: 'case' } },
  allowedIn: OPEN_STATUSES,
  mildest: () => ({ kind: 'redirect', to: 'resources' }),
  carryOut: (state, { to, resources, workshop }, at) =>
    endAs('redirected', state, at, {
      to,
      ...(resources ? { resources } : {}),
      ...(workshop ? { workshop } : {}),
    }),
});
