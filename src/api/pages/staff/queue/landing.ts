import type { StaffRole } from '../../../../domain/people/actor.js';
import { PLAIN, type QueueQuery } from './queue-query.js';

/** What each role turns to first: what `/staff` shows to whoever has no view of their own that it opens with. */
const LANDING: Record<StaffRole, Partial<QueueQuery>> = {
  coordinator: { tab: 'unassigned' },
  attorney: { tab: 'mine', sort: 'target' },
  reviewer: { tab: 'review', sort: 'target' },
  director: { tab: 'escalated', sort: 'target' },
  admin: { tab: 'all' },
};

export const landingOf = (role: StaffRole): QueueQuery => ({ ...PLAIN, ...LANDING[role] });
