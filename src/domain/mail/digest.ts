import type { Distance } from '../requests/distance.js';
import type { IsoDate } from '../time/instant.js';

/** What a digest tells, in this order. `news`: of reminders since the last one; else as it stands. */
const SECTION = {
  overdue: {},
  due: {},
  unassigned: {},
  review: {},
  followUps: {},
  returned: { news: true },
  replied: { news: true },
  messages: {},
  mentions: {},
  tasks: { news: true },
  /** Nothing is left to do: their reader is told so. */
  endedTasks: { news: true },
  reopenings: {},
  /** A document of theirs waits for the virus scanner, or could not be scanned. */
  scans: {},
  introductions: { news: true },
  /** About no request: told as a count. */
  precedents: {},
  /** Results whose score says otherwise, likewise. */
  completions: {},
  assigned: { news: true },
  /** For others to move: told beside the rest, and no reason for a mail. */
  waiting: { idle: true },
} as const satisfies Record<string, { news?: true; idle?: true }>;

export type DigestSectionName = keyof typeof SECTION;
export const DIGEST_SECTIONS = Object.keys(SECTION) as DigestSectionName[];
export type NewsSection = {
  [S in DigestSectionName]: (typeof SECTION)[S] extends { news: true } ? S : never;
}[DigestSectionName];

/** How many there are, and the first of them. */
export interface DigestSection {
  name: DigestSectionName;
  count: number;
  /** Whose it is, where its reader stands in for somebody; absent: theirs. */
  of?: string | undefined;
  requests: { reference: string; link: string; changed?: boolean }[];
  /** Where it is done, of what is about no request. */
  link?: string;
}

/** Nothing in it is for its reader to do. */
export function isIdle(sections: readonly DigestSection[]): boolean {
  return sections.every(({ name }) => 'idle' in SECTION[name]);
}

/** What of a reminder says whether it can wait. */
export interface Reminded {
  /** The court or filing date, where it comes before the promise. */
  courtOn?: IsoDate;
  /** How far off its date is. */
  businessDays?: number;
  when?: Distance['when'];
  /** Its reader has been told before, and has not looked. */
  again?: boolean;
  /** What it is about can't wait. */
  urgent?: boolean;
}

/** Which of a kind wait for the daily digest. */
export interface Waits {
  /** Where in the digest, if its state alone does not put it there. */
  news?: NewsSection;
  /** Those who are told at once all the same. */
  notFor?: 'directors';
  when: (reminded: Reminded) => boolean;
}

/** So near, a day of waiting is too much. */
const NEAR_BUSINESS_DAYS = 2;

/** It comes at the hour of the digest. */
export const always = () => true;
export const unlessNear = ({ courtOn, when, businessDays }: Reminded) =>
  courtOn === undefined &&
  when !== 'passed' &&
  (businessDays === undefined || businessDays > NEAR_BUSINESS_DAYS);
export const unlessUrgent = ({ urgent }: Reminded) => urgent !== true;
/** The first is told at once. */
export const onlyAgain = ({ again }: Reminded) => again === true;
