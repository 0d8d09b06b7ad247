import { type AbsenceStatus, isAbsenceOver } from '../absences/absence-statuses.js';
import { type CallStatus, isLive } from '../calls/call-statuses.js';
import { isStanding, type QuestionStatus } from '../calls/question-statuses.js';
import { type ReviewStatus, refuses } from '../conduct/review-statuses.js';
import type { IntroductionStatus } from '../mentors/introduction-statuses.js';
import type { MentorStatus } from '../mentors/mentor-statuses.js';
import type { SupervisorStatus } from '../requests/state.js';
import { isOpen, type RequestStatus } from '../requests/statuses.js';
import type { Instant, IsoDate } from '../time/instant.js';
import { type DigestSection, isIdle } from './digest.js';

/** What a mail can be about, and what of it counts when the mail is about to leave. */
export interface FactsOf {
  request: RequestFacts;
  call: CallFacts;
  question: QuestionFacts;
  registration: RegistrationFacts;
  /** `asked`: the link of a confirmation still works. */
  subscription: { asked: boolean; suppressed: string | null };
  /**
   * A web form that waits for its confirmation; the address its link is for now, and the link's digest. `refused`: it
   * would not be taken at present.
   */
  form: { waits: boolean; refused: boolean; email: string; linkHash: string | null };
  /** A conduct review. */
  review: { status: ReviewStatus };
  /** Somebody's time away: whether it is over, and who stands in. */
  absence: { status: AbsenceStatus; standInEmail: string | null };
  /** Somebody’s place in the pool of mentors; the digest of the link that works. */
  mentor: { status: MentorStatus; linkHash: string | null };
  /** Of a requester and a mentor to each other; whether the mentor’s yes would be within what they agreed to. */
  introduction: { status: IntroductionStatus; mentorHasRoom: boolean };
  digest: { sections: readonly DigestSection[] };
  /** A link of its own, or a list. */
  nothing: Record<string, never>;
}
export type MailSubject = keyof FactsOf;

export interface RequestFacts {
  status: RequestStatus;
  clockRuns: boolean;
  /** Courses still to be passed. */
  missing: readonly string[];
  supervisor: SupervisorStatus;
  supervisorEmail: string | null;
  supervisorName: string | null;
  assigneeEmail: string | null;
  /** Whoever wrote the draft that was submitted last. */
  draftAuthorEmail: string | null;
  courtDate: IsoDate | null;
  /** The promised end, and the day aimed for: earlier where a court or filing date comes first. Null: not counted now. */
  dueAt: Instant | null;
  targetAt: Instant | null;
  /** The requester asked for a reopening, and nobody has decided. */
  reopeningAsked: boolean;
  /** How the follow-up question stands, and by when its answer is promised. */
  followUp: 'none' | 'open' | 'in-review' | 'answered';
  followUpDueAt: Instant | null;
  /** Addresses of staff whom a note names and who have not read the case since. */
  mentioned: readonly string[];
  /** Follow-up tasks that are not done; without an address, whoever has one has left: others are told. */
  tasks: readonly { email: string | null; dueOn: IsoDate }[];
  /** Of staff of these who are away: who gets their mail, by address; null: coordinators do. */
  standIns?: Readonly<Record<string, string | null>>;
}

export interface CallFacts {
  status: CallStatus;
  startsAt: Instant;
  questionsCloseAt: Instant;
  /** Until then staff choose questions, and askers answer whether theirs may move. */
  selectUntil: Instant;
  staffConfirmed: boolean;
  /** What is wrong with its meeting; null: nothing. */
  meetingProblem: string | null;
  /** Staff have entered a link, or there is a meeting. */
  hasLink: boolean;
}

export interface QuestionFacts {
  status: QuestionStatus;
  /** Staff proposed this other call, and nobody has answered. */
  proposedTo: CallFacts | null;
  /** Null while nobody can say. */
  attended: boolean | null;
  call: CallFacts;
}

export interface RegistrationFacts {
  status: string;
  /** Null: none is planned. */
  nextCallAt: Instant | null;
}

/** The mail itself, as it was written. */
export interface MailAtSending {
  now: Instant;
  to: readonly string[];
  /** When it says that the call is. */
  callAt?: Instant;
  meetingTrouble?: string;
  /** The court or filing date it warns of. */
  dueOn?: string;
  /** The court or filing date that was changed: from, and to; absent, there was or is none. */
  wasOn?: string;
  isOn?: string;
  /** When the answer was due before, as the requester was told. */
  wasDueAt?: string;
  /** Digest of the token in its link. */
  linkHash?: string;
  /** It reminds of another. */
  again?: boolean;
  /** The time of its link is up. */
  linkOver?: boolean;
}

type Overtaken<S extends MailSubject> = (facts: FactsOf[S], mail: MailAtSending) => boolean;

/** Wanted whatever comes: it tells what has happened and stays so. */
export const nothing = () => false;

/** A mail server that was away for hours brings nobody a heap of links that open nothing any more. */
export const linkIsOver: Overtaken<'nothing'> = (_facts, { linkOver = false }) => linkOver;

// Requests ------------------------------------------------------------------------

const NO_MAIL: MailAtSending = { now: '', to: [] };

/** To them, or to whoever gets their mail while they are away. */
function isFor({ standIns = {} }: RequestFacts, email: string, { to }: MailAtSending): boolean {
  if (to.includes(email)) return true;
  const standIn = standIns[email];
  return standIn === null || (standIn !== undefined && to.includes(standIn));
}

/** Answered, or ended otherwise. */
export const answered: Overtaken<'request'> = ({ status }) => !isOpen(status);

export const passed: Overtaken<'request'> = (request) =>
  !isOpen(request.status) || request.missing.length === 0;

export const informed: Overtaken<'request'> = ({ status }) => status !== 'awaiting-information';

export const inOtherHands: Overtaken<'request'> = (request, mail) =>
  !isOpen(request.status) || (request.assigneeEmail !== null && !isFor(request, request.assigneeEmail, mail));

/** Somebody has it, or the clock stands still: nobody's time runs out meanwhile. */
export const taken: Overtaken<'request'> = ({ status, clockRuns, assigneeEmail }) =>
  !isOpen(status) || !clockRuns || assigneeEmail !== null;

/** The follow-up question has its answer, or there is none any more: the request was opened again, or is closed. */
export const followUpAnswered: Overtaken<'request'> = ({ followUp }) =>
  followUp !== 'open' && followUp !== 'in-review';

/** Something holds it, or it has ended or been opened again. */
export const notClosing: Overtaken<'request'> = (request) =>
  request.status !== 'responded' || request.reopeningAsked || !followUpAnswered(request, NO_MAIL);

/** The draft is with a reviewer again. Its author wants to know whoever has the request. */
export const submittedAgain: Overtaken<'request'> = (request, mail) => {
  const { status, draftAuthorEmail, followUp } = request;
  if (status === 'in-review' || followUp === 'in-review') return true;
  if (!isOpen(status) && followUp !== 'open') return true;
  const toAuthor = draftAuthorEmail !== null && isFor(request, draftAuthorEmail, mail);
  return !toAuthor && (isOpen(status) ? inOtherHands(request, mail) : false);
};

/** The same, or due again when it was: they heard of no other date. */
export const movedBack: Overtaken<'request'> = (request, { wasDueAt }) =>
  !isOpen(request.status) || (wasDueAt !== undefined && request.dueAt === wasDueAt);

/** A paused clock has no due date to be reminded of. */
export const notDue: Overtaken<'request'> = (request, mail) =>
  !request.clockRuns || inOtherHands(request, mail);

/** Taken back, or another date by now, which has warnings of its own. */
export const noSuchCourtDate: Overtaken<'request'> = ({ status, courtDate }, { dueOn }) =>
  !isOpen(status) || courtDate === null || (dueOn !== undefined && dueOn !== courtDate);

/** Changed once more since; of that another mail tells, or the person did it. */
export const changedAgain: Overtaken<'request'> = ({ status, courtDate }, { wasOn, isOn }) =>
  !isOpen(status) || ((wasOn ?? isOn) !== undefined && (isOn ?? null) !== courtDate);

/** The supervisor has spoken, or somebody else is named. */
export const settled: Overtaken<'request'> = ({ status, supervisor, supervisorEmail }, { to }) =>
  !isOpen(status) ||
  supervisor !== 'unconfirmed' ||
  supervisorEmail === null ||
  !to.includes(supervisorEmail);

/** The supervisor has spoken. */
export const spoken: Overtaken<'request'> = ({ status, supervisor }) =>
  !isOpen(status) || supervisor !== 'unconfirmed';

/** Reopened since, or ended another way. */
export const noLonger =
  (told: RequestStatus): Overtaken<'request'> =>
  ({ status }) =>
    status !== told;

/** Whoever a note named has looked. */
export const noteRead: Overtaken<'request'> = ({ mentioned }, { to }) =>
  !to.some((email) => mentioned.includes(email));

/** No task is open that was due then. */
export const taskSettled: Overtaken<'request'> = ({ tasks }, { dueOn }) =>
  !tasks.some((task) => dueOn === undefined || task.dueOn === dueOn);

/** Nor is one that its reader has, or that nobody has who is still there. */
export const taskElsewhere: Overtaken<'request'> = (request, mail) =>
  !request.tasks.some(
    ({ email, ...task }) =>
      (mail.dueOn === undefined || task.dueOn === mail.dueOn) &&
      (email === null || isFor(request, email, mail)),
  );

/** Staff have decided about the reopening. */
export const nobodyAsks: Overtaken<'request'> = ({ reopeningAsked }) => !reopeningAsked;

/** Reopened after all. */
export const openAgain: Overtaken<'request'> = ({ status }) => isOpen(status);

// The daily digest ----------------------------------------------------------------

/** Done by others, or by its reader, before it left. */
export const nothingToDo: Overtaken<'digest'> = ({ sections }) => isIdle(sections);

// Calls ---------------------------------------------------------------------------

/** Begun, cancelled, or over. */
export const begunOrOff = (call: CallFacts, { now }: MailAtSending) =>
  !isLive(call.status) || now >= call.startsAt;

/** The same, or it is at another time by now than the mail says; another mail tells of that. */
export const begunOrMoved: Overtaken<'call'> = (call, mail) =>
  begunOrOff(call, mail) || (mail.callAt !== undefined && mail.callAt !== call.startsAt);

export const confirmed: Overtaken<'call'> = (call, mail) => call.staffConfirmed || begunOrMoved(call, mail);

/** What is being kept stays wrong, whatever is changed for the next time. */
export const mended: Overtaken<'call'> = (call, mail) => {
  const { meetingTrouble } = mail;
  if (meetingTrouble === 'no-link') return call.hasLink || begunOrMoved(call, mail);
  return meetingTrouble !== 'being-kept' && call.meetingProblem === null;
};

// Questions for a call ------------------------------------------------------------

export const noPlace: Overtaken<'question'> = ({ status, call }, mail) =>
  !isStanding(status) || begunOrOff(call, mail);

/** The same, or the call has moved once more: another mail tells of that. */
export const noPlaceOrMoved: Overtaken<'question'> = (question, mail) =>
  noPlace(question, mail) || begunOrMoved(question.call, mail);

export const notSelected: Overtaken<'question'> = ({ status, call }, mail) =>
  status !== 'selected' || begunOrOff(call, mail);

/** It has become a request, or was taken back. */
export const handedOver: Overtaken<'question'> = ({ status }) => status !== 'not-selected';

export const moveSettled: Overtaken<'question'> = (question, mail) =>
  question.proposedTo === null || begunOrOff(question.proposedTo, mail) || noPlace(question, mail);

/** Attendance was corrected: there after all, or nobody can say any more. */
export const there: Overtaken<'question'> = ({ status, attended }) =>
  status !== 'selected' || attended !== false;

// Web forms -----------------------------------------------------------------------

/**
 * Confirmed, its address was corrected, or another link has replaced this one, which opens nothing any more. Nobody is
 * urged to confirm what would be refused; the link itself comes, for behind it they learn that it would be.
 */
export const formGone: Overtaken<'form'> = (
  { waits, refused, email, linkHash },
  { to, linkHash: mailed, again = false },
) => !waits || (refused && again) || !to.includes(email) || (mailed !== undefined && mailed !== linkHash);

// Conduct reviews -----------------------------------------------------------------

/** Decided: what was said before is read there. */
export const reviewDecided: Overtaken<'review'> = ({ status }) => status !== 'open' && status !== 'notified';

/** They make a request of it themselves, as anybody does. */
export const assistedAgain: Overtaken<'review'> = ({ status }) => !refuses(status);

export const appealDecided: Overtaken<'review'> = ({ status }) => status !== 'appealed';

// Times away ----------------------------------------------------------------------

/** It is over, or somebody else does. */
export const standsInNoMore: Overtaken<'absence'> = ({ status, standInEmail }, { to }) =>
  isAbsenceOver(status) || standInEmail === null || !to.includes(standInEmail);

export const somebodyStandsIn: Overtaken<'absence'> = ({ status, standInEmail }) =>
  isAbsenceOver(status) || standInEmail !== null;

// Mentors -------------------------------------------------------------------------

/** Answered, taken back, or another link has replaced this one. */
export const invitationOver: Overtaken<'mentor'> = ({ status, linkHash }, { linkHash: mailed }) =>
  status !== 'invited' || (mailed !== undefined && mailed !== linkHash);

/** It is otherwise by now. */
export const noLongerMentor =
  (told: MentorStatus): Overtaken<'mentor'> =>
  ({ status }) =>
    status !== told;

/** Answered, or ended otherwise: nobody is asked what needs no answer any more. */
export const notWhileIntroduction =
  (told: IntroductionStatus): Overtaken<'introduction'> =>
  ({ status }) =>
    status !== told;

/** The same; or their yes would be refused for want of room: nobody is urged to say what is not taken. */
export const notAnswerableByMentor: Overtaken<'introduction'> = ({ status, mentorHasRoom }) =>
  status !== 'mentor-asked' || !mentorHasRoom;

/** Staff have ended it: nobody is told an address for nothing. */
export const introductionEnded: Overtaken<'introduction'> = ({ status }) => status === 'ended';

// Registrations and subscriptions -------------------------------------------------

export const decidedOtherwise =
  (...told: string[]): Overtaken<'registration'> =>
  ({ status }) =>
    !told.includes(status);

export const linkSpent: Overtaken<'subscription'> = ({ asked, suppressed }) => !asked || suppressed !== null;
