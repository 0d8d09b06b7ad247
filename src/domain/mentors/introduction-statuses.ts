interface StatusSheet {
  /** Who has the next word; null: nobody. */
  asks: 'requester' | 'mentor' | null;
  /** The mentor has agreed: it counts as load until it ends. */
  isLoad: boolean;
  ended: boolean;
}

/** A row per status of an introduction; those that run, in the order in which they come. */
const STATUSES = {
  'requester-asked': { asks: 'requester', isLoad: false, ended: false },
  'mentor-asked': { asks: 'mentor', isLoad: false, ended: false },
  introduced: { asks: null, isLoad: true, ended: false },
  /** Both are asked how it went. */
  'following-up': { asks: null, isLoad: true, ended: false },
  closed: { asks: null, isLoad: false, ended: true },
  declined: { asks: null, isLoad: false, ended: true },
  withdrawn: { asks: null, isLoad: false, ended: true },
  unanswered: { asks: null, isLoad: false, ended: true },
  /** The mentor had no room, paused or left before being asked. */
  unavailable: { asks: null, isLoad: false, ended: true },
  /** By staff. */
  ended: { asks: null, isLoad: false, ended: true },
} as const satisfies Record<string, StatusSheet>;

export type IntroductionStatus = keyof typeof STATUSES;
export const INTRODUCTION_STATUSES = Object.keys(STATUSES) as IntroductionStatus[];

export const asksWhom = (status: IntroductionStatus): 'requester' | 'mentor' | null => STATUSES[status].asks;
export const isLoad = (status: IntroductionStatus): boolean => STATUSES[status].isLoad;
export const isIntroductionOver = (status: IntroductionStatus): boolean => STATUSES[status].ended;

/** How far an introduction has come: of two of the same two, the one that has come further goes on. */
export const stageOf = (status: IntroductionStatus): number => INTRODUCTION_STATUSES.indexOf(status);

/** For statements that ask the database. */
export const LOAD_STATUSES = INTRODUCTION_STATUSES.filter(isLoad);
export const LIVE_INTRODUCTIONS = INTRODUCTION_STATUSES.filter((status) => !isIntroductionOver(status));

/** Why staff end one: a code, for what else there is to say is no business of the desk's records. */
export const END_REASONS = [
  'no-longer-needed',
  'not-a-match',
  'mentor-not-available',
  'proposed-by-mistake',
  'other',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** Whether it was useful. */
export const USEFUL = ['yes', 'partly', 'no'] as const;
export type Useful = (typeof USEFUL)[number];

/** As it is told to one of the two: not what the other said, or that they said nothing. */
export function statusFor(
  side: 'requester' | 'mentor' | 'staff',
  { status, mentorAsked }: { status: IntroductionStatus; mentorAsked: boolean },
): IntroductionStatus {
  if (side === 'requester' && mentorAsked && (status === 'declined' || status === 'unanswered')) {
    return 'unavailable';
  }
  return side === 'mentor' && status === 'withdrawn' ? 'ended' : status;
}
