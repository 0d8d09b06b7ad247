import type { CallCancelReason } from '../domain/calls/call-state.js';
import type { MeetingTrouble } from '../domain/calls/meeting-problem.js';
import type { DayFlag } from '../domain/calls/occurrence.js';
import type { PublicReason } from '../domain/calls/public-reason.js';
import type { DigestSection } from '../domain/mail/digest.js';

/**
 * All that a mail may know. Neutral facts only: what was asked, answered or decided, and why, is read after signing
 * in. Anything else in the object is ignored.
 */
export interface MailData {
  /** Shown above and below the text. A short name that says nothing about the field is the safer one. */
  organizationName: string;
  /** Where the program can be reached, for the footer. */
  contactEmail: string;
  contactPhone?: string;
  reference?: string;
  /** Number of the request that goes on for one that was merged. */
  otherReference?: string;
  /** Numbers of the requests that were merged into it. */
  mergedReferences?: string[];
  /** For the greeting; left out when it looks like anything but a name. */
  recipientName?: string;
  /** Absolute http(s) address of the one button. Tokens belong here and nowhere else. */
  link?: string;
  /** Dates: `yyyy-mm-dd`, or already in words. */
  dueOn?: string;
  /** The earlier day we aim for because of a court or filing date. */
  targetOn?: string;
  /** That date, where it is ahead. */
  courtOn?: string;
  estimateOn?: string;
  /** Who asked, told to the supervisor they named; left out as `recipientName` is. */
  askerName?: string;
  askerOrganization?: string;
  /** The supervisor named, who has yet to confirm; left out as `recipientName` is. */
  supervisorName?: string;
  /** The requester’s own date that staff changed: what it was, and what it is. Of our own date: what it was. */
  wasOn?: string;
  isOn?: string;
  /** When the answer was due before, an instant; said in `wasOn`. */
  wasDueAt?: string;
  /** Why our date moved: days the office closes, or opens after all. The name is the office's own words. */
  closures?: { from: string; until: string; name?: string; opens?: boolean }[];
  /** The day on which a waiting request lapses, or an unconfirmed one is erased. */
  lapseOn?: string;
  businessDays?: number;
  /** How far off `dueOn` is on the day the mail leaves. */
  when?: 'passed' | 'today' | 'tomorrow' | 'later';
  /** Titles of courses still to be passed. */
  courses?: string[];
  /** Where each of them is, in the same order; empty where the program names no address. */
  courseLinks?: string[];
  /** Published materials that staff point to, and where each is, in the same order; empty where there is no address. */
  materials?: string[];
  materialLinks?: string[];
  /** The reviewer who returned a draft changed its text, too. */
  textChanged?: boolean;
  /** How many requests a digest is about, and how many of them are past due. */
  count?: number;
  overdueCount?: number;
  /** What waits for a member of staff. */
  sections?: DigestSection[];
  /** What an API key begins with: all that is told of it. */
  keyPrefix?: string;
  /** How long a link works. */
  minutesValid?: number;
  /** Until then, on the wall clock: sent later it would open nothing. Not told. */
  linkUntil?: string;
  /** The written answer itself: only where the program has switched `mail.fullTextInMail` on. */
  fullText?: string;
  /** Who reads it, where a kind goes to staff and requesters alike. */
  audience?: 'requester' | 'staff';
  /** Whom somebody is introduced to, told once both have agreed: name, address, organization. */
  otherName?: string;
  otherEmail?: string;
  otherOrganization?: string;
  /** How many at once at most. */
  atOnce?: number;
  /** In every mail to a mentor: out of the pool. */
  leaveLink?: string;
  /** A call: the name of its series, never its topic. */
  callTitle?: string;
  /** When the call is: an instant, or already in words. */
  callAt?: string;
  /** When it was to be, of a call that was moved. */
  callWasAt?: string;
  /** When questions for it close. */
  questionsCloseAt?: string;
  /** The program's time zone; calls are told in it and in Eastern time. */
  zone?: string;
  /** How a call came to be cancelled, or what staff let everybody know of it. */
  cancelReason?: CallCancelReason | PublicReason;
  /** What is wrong with a call's online meeting, for staff. */
  meetingTrouble?: MeetingTrouble;
  /** What stands against the date of a call, for staff. */
  dayOff?: DayFlag['kind'];
  /** When that cancels the call by itself: an instant, or in words; absent, it takes place unless staff cancel it. */
  cancelsAt?: string;
  /** The question fits another call; its asker did not agree to a move. */
  offTopic?: boolean;
  /** A registration that stood is looked at once more; a form still waits to be confirmed. */
  again?: boolean;
  /** A registration that had been approved has ended. */
  ended?: boolean;
  /** The question becomes a request by itself then: an instant, a date, or in words. */
  convertsAt?: string;
  /** A question can’t become a request before its asker has named a supervisor; of a request, another one is needed. */
  supervisorMissing?: boolean;
  /** Two questions about a call. */
  pollLink?: string;
  /** Last day on which they may be answered. */
  pollUntil?: string;
  /** Who on staff is away, who stands in for them, and the days; left out as `recipientName` is. */
  colleagueName?: string;
  standInName?: string;
  awayFrom?: string;
  awayUntil?: string;
  /** They are not away after all. */
  cancelled?: boolean;
  /** Of their work: what changed hands, the numbers of the requests, what is done or with others, what they were given. */
  handedOver?: number;
  tasksHandedOver?: number;
  references?: string[];
  elsewhere?: number;
  given?: number;
  /** A mail for somebody who is away: whose it is, and who gets it for them. */
  covers?: { person: string; standIn: string }[];
  /** On every mail that goes to a list (RFC 8058); of mail about one's own matter absent. */
  unsubscribeLink?: string;
}

/** A mail can't be made from this data. Carries no data. */
export class MailDataError extends Error {
  override readonly name = 'MailDataError';
}
