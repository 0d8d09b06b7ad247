interface StatusSheet {
  /** Requests and questions of the person are not taken. */
  refuses: boolean;
  /** Nothing more comes of it. */
  ended: boolean;
}

/** A row per status of a conduct review. */
const STATUSES = {
  open: { refuses: false, ended: false },
  notified: { refuses: false, ended: false },
  refused: { refuses: true, ended: false },
  /** The refusal stands while its appeal is looked at. */
  appealed: { refuses: true, ended: false },
  upheld: { refuses: true, ended: false },
  dismissed: { refuses: false, ended: true },
  reversed: { refuses: false, ended: true },
  expired: { refuses: false, ended: true },
} as const satisfies Record<string, StatusSheet>;

export type ReviewStatus = keyof typeof STATUSES;
export const REVIEW_STATUSES = Object.keys(STATUSES) as ReviewStatus[];

export const refuses = (status: ReviewStatus): boolean => STATUSES[status].refuses;
export const isReviewOver = (status: ReviewStatus): boolean => STATUSES[status].ended;

/** For statements that ask the database. */
export const REFUSING_STATUSES = REVIEW_STATUSES.filter(refuses);
export const LIVE_REVIEWS = REVIEW_STATUSES.filter((status) => !isReviewOver(status));

/** What a review is about (program.md: plagiarism, unauthorized practice, other violations; overuse and ethics). */
export const GROUNDS = ['plagiarism', 'unauthorized-practice', 'overuse', 'other-violation'] as const;
export type Grounds = (typeof GROUNDS)[number];
