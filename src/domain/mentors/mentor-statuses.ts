interface StatusSheet {
  /** They have agreed, and may be proposed. */
  inPool: boolean;
  /** Staff may ask them (again). */
  mayBeInvited: boolean;
}

/** A row per status of a mentor. */
const STATUSES = {
  invited: { inPool: false, mayBeInvited: true },
  active: { inPool: true, mayBeInvited: false },
  declined: { inPool: false, mayBeInvited: true },
  /** The time to answer is over. */
  unanswered: { inPool: false, mayBeInvited: true },
  left: { inPool: false, mayBeInvited: true },
  /** Staff took them off. */
  removed: { inPool: false, mayBeInvited: true },
} as const satisfies Record<string, StatusSheet>;

export type MentorStatus = keyof typeof STATUSES;
export const MENTOR_STATUSES = Object.keys(STATUSES) as MentorStatus[];

export const isInPool = (status: MentorStatus): boolean => STATUSES[status].inPool;
export const mayBeInvited = (status: MentorStatus): boolean => STATUSES[status].mayBeInvited;

/** What can become of a place in the pool. */
export type MentorEventType =
  | 'invited'
  | 'reminded'
  | 'agreed'
  | 'declined'
  | 'unanswered'
  | 'changed'
  | 'left'
  | 'removed'
  | 'joined';

/** How many introductions at once a mentor may be asked to take at most. */
export const MOST_AT_ONCE = 10;
