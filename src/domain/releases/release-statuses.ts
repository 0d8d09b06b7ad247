interface StatusSheet {
  /** Nothing more comes of it. */
  ended: boolean;
}

/** A row per status of a release. Only one that is in force lets anything out. */
const STATUSES = {
  asked: { ended: false },
  'in-force': { ended: false },
  /** The requester said no. */
  declined: { ended: true },
  /** Staff took back what nobody had signed yet. */
  'taken-back': { ended: true },
  /** Nobody signed it in time. */
  lapsed: { ended: true },
  expired: { ended: true },
  revoked: { ended: true },
} as const satisfies Record<string, StatusSheet>;

export type ReleaseStatus = keyof typeof STATUSES;
export const RELEASE_STATUSES = Object.keys(STATUSES) as ReleaseStatus[];

export const isReleaseOver = (status: ReleaseStatus): boolean => STATUSES[status].ended;

/** For statements that ask the database. */
export const LIVE_RELEASES = RELEASE_STATUSES.filter((status) => !isReleaseOver(status));
