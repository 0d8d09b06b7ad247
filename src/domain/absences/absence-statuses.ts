interface StatusSheet {
  /** Nothing more comes of it. */
  ended: boolean;
}

/** A row per status of somebody's time away. */
const STATUSES = {
  planned: { ended: false },
  'under-way': { ended: false },
  /** On the day, or before it. */
  returned: { ended: true },
  cancelled: { ended: true },
} as const satisfies Record<string, StatusSheet>;

export type AbsenceStatus = keyof typeof STATUSES;
export const ABSENCE_STATUSES = Object.keys(STATUSES) as AbsenceStatus[];

export const isAbsenceOver = (status: AbsenceStatus): boolean => STATUSES[status].ended;

/** For statements that ask the database. */
export const LIVE_ABSENCES = ABSENCE_STATUSES.filter((status) => !isAbsenceOver(status));

/**
 * What becomes of somebody's work while they are away: all that is open is handed over, or what is due meanwhile; or it
 * stays theirs, and the stand-in gets the mails about it.
 */
export const COVERS = ['all', 'due', 'mails'] as const;
export type Cover = (typeof COVERS)[number];
