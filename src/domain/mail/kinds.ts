import { OUT_STATUSES } from '../calls/registration-statuses.js';
import * as digest from './digest.js';
import type { FactsOf, MailAtSending, MailSubject } from './overtaken.js';
import * as until from './overtaken.js';
import * as times from './told-times.js';

/** Whom a kind is for. What goes to listeners needs their consent, asked for again at sending. */
export type MailTo =
  | 'requester'
  | 'supervisor'
  | 'staff'
  | 'registrant'
  | 'asker'
  | 'listeners'
  | 'subscriber'
  | 'account'
  | 'person'
  | 'mentor';

export interface MailSheet<S extends MailSubject = MailSubject> {
  about: S;
  to: MailTo;
  /** The fact after which nobody wants it any more; asked right before it leaves. */
  wantedUntil: (facts: FactsOf[S], mail: MailAtSending) => boolean;
  /** What it tells as it stands when it leaves: times, who holds it back; absent: as it was written, or a move makes it useless. */
  tells?: times.Tells<S> | undefined;
  /** It says how far off its date is: counted on the day it leaves. */
  counts?: true | undefined;
  /** To staff: which of them go with the daily digest of whoever wants one; absent: all leave at once. */
  waits?: digest.Waits | undefined;
}

type AnySheet = { [S in MailSubject]: MailSheet<S> }[MailSubject];

const about =
  <S extends MailSubject>(subject: S) =>
  (
    to: MailTo,
    wantedUntil: MailSheet<S>['wantedUntil'],
    atSending: Pick<MailSheet<S>, 'tells' | 'counts' | 'waits'> = {},
  ): MailSheet<S> => ({ about: subject, to, wantedUntil, ...atSending });

const request = about('request');
const call = about('call');
const question = about('question');
const registration = about('registration');
const subscription = about('subscription');
const form = about('form');
const review = about('review');
const absence = about('absence');
const mentor = about('mentor');
const introduction = about('introduction');
const dailyDigest = about('digest');
const nothing = about('nothing');

/** Of the answer's date, counted on the day it leaves. */
const counted = { tells: times.ofTheAnswer, counts: true } as const;

/** Every kind of mail the desk sends, a row each; the ledger shows them by these names. */
export const MAIL = {
  'request-received': request('requester', until.nothing, {
    tells: times.andWhoConfirms(times.ofTheReceipt),
  }),
  'prerequisites-needed': request('requester', until.passed, { tells: times.ofTheWait }),
  'prerequisites-reminder': request('requester', until.passed, { tells: times.ofTheWait }),
  'clock-started': request('requester', until.answered, { tells: times.ofTheAnswer }),
  'information-requested': request('requester', until.informed, { tells: times.ofTheWait }),
  'information-reminder': request('requester', until.informed, { tells: times.ofTheWait }),
  'information-answered': request('staff', until.answered, {
    ...counted,
    waits: { news: 'replied', when: digest.unlessNear },
  }),
  assigned: request('staff', until.inOtherHands, {
    ...counted,
    waits: { news: 'assigned', when: digest.unlessNear },
  }),
  'unassigned-reminder': request('staff', until.taken, { ...counted, waits: { when: digest.always } }),
  'draft-returned': request('staff', until.submittedAgain, {
    ...counted,
    waits: { news: 'returned', when: digest.unlessNear },
  }),
  'due-reminder': request('staff', until.notDue, { ...counted, waits: { when: digest.always } }),
  escalation: request('staff', until.answered, { waits: { notFor: 'directors', when: digest.always } }),
  'delay-notice': request('requester', until.answered, { tells: times.whoConfirms }),
  'extension-notice': request('requester', until.answered, { tells: times.ofTheAnswer }),
  'deadline-warning': request('requester', until.noSuchCourtDate, { counts: true }),
  'supervisor-confirmation': request('supervisor', until.settled),
  'supervisor-reminder': request('supervisor', until.settled),
  'supervisor-silent': request('requester', until.spoken, { tells: times.whoConfirms }),
  'supervisor-changed': request('requester', until.spoken, { tells: times.whoConfirms }),
  'supervisor-concern': request('staff', until.nothing),
  'deadline-moved': request('requester', until.movedBack, { tells: times.ofTheAnswer }),
  'court-date-changed': request('requester', until.changedAgain, { tells: times.ofTheAnswer }),
  'response-ready': request('requester', until.nothing),
  'follow-up-received': request('requester', until.followUpAnswered, { tells: times.ofTheFollowUp }),
  'follow-up-asked': request('staff', until.followUpAnswered, {
    tells: times.ofTheFollowUp,
    waits: { when: digest.always },
  }),
  'follow-up-reminder': request('staff', until.followUpAnswered, {
    tells: times.ofTheFollowUp,
    waits: { when: digest.always },
  }),
  'follow-up-escalation': request('staff', until.followUpAnswered, {
    waits: { notFor: 'directors', when: digest.always },
  }),
  'follow-up-delay': request('requester', until.followUpAnswered),
  'follow-up-moved': request('requester', until.followUpAnswered, { tells: times.ofTheFollowUp }),
  'follow-up-answered': request('requester', until.nothing),
  'closing-notice': request('requester', until.notClosing),
  redirected: request('requester', until.noLonger('redirected')),
  declined: request('requester', until.noLonger('declined')),
  withdrawn: request('requester', until.noLonger('withdrawn')),
  lapsed: request('requester', until.noLonger('lapsed')),
  merged: request('requester', until.noLonger('merged')),
  closed: request('requester', until.noLonger('closed')),
  reopened: request('requester', until.answered, { tells: times.andWhoConfirms(times.ofTheAnswer) }),
  'message-from-requester': request('staff', until.nothing, { waits: { when: digest.onlyAgain } }),
  'message-from-staff': request('requester', until.nothing),
  mentioned: request('staff', until.noteRead, { waits: { when: digest.unlessUrgent } }),
  'task-assigned': request('staff', until.taskElsewhere, {
    waits: { news: 'tasks', when: digest.unlessUrgent },
  }),
  'task-due': request('staff', until.taskElsewhere, { waits: { news: 'tasks', when: digest.always } }),
  'task-overdue': request('staff', until.taskSettled, { waits: { news: 'tasks', when: digest.always } }),
  'task-ended': request('staff', until.nothing, { waits: { news: 'endedTasks', when: digest.always } }),
  'reopening-requested': request('staff', until.nobodyAsks, { waits: { when: digest.always } }),
  'introduction-outcome': request('staff', until.nothing, {
    waits: { news: 'introductions', when: digest.always },
  }),
  'release-asked': request('requester', until.nothing),
  'release-signed': request('requester', until.nothing),
  'release-expiring': request('requester', until.nothing),
  'release-expired': request('requester', until.nothing),
  'release-revoked': request('requester', until.nothing),
  'release-answered': request('staff', until.nothing),
  'reopening-refused': request('requester', until.openAgain),
  'sign-in': nothing('account', until.linkIsOver),
  'address-claimed': nothing('account', until.nothing),
  'factor-reset-asked': nothing('account', until.nothing),
  'factor-reset': nothing('account', until.nothing),
  'key-ending': nothing('account', until.nothing),
  'admin-added': nothing('account', until.nothing),
  'admin-key-made': nothing('account', until.nothing),
  'new-sign-in': nothing('account', until.nothing),
  'privacy-confirm': nothing('account', until.nothing),
  'privacy-received': nothing('person', until.nothing),
  'privacy-answered': nothing('person', until.nothing),
  'privacy-last': nothing('person', until.nothing),
  'privacy-waits': nothing('staff', until.nothing),
  'privacy-overdue': nothing('staff', until.nothing),
  'form-link': nothing('account', until.linkIsOver),
  'confirm-address': form('requester', until.formGone),
  'daily-digest': dailyDigest('staff', until.nothingToDo, { tells: times.ofTheDesk }),
  digest: nothing('staff', until.nothing),
  'conduct-notice': review('person', until.nothing),
  'conduct-refused': review('person', until.nothing),
  'conduct-dismissed': review('person', until.nothing),
  'conduct-appeal-received': review('person', until.nothing),
  'conduct-appeal-decided': review('person', until.nothing),
  'conduct-expired': review('person', until.nothing),
  'conduct-question-kept': review('person', until.assistedAgain),
  'conduct-reply': review('staff', until.reviewDecided),
  'conduct-appeal': review('staff', until.appealDecided),
  'conduct-decision-reminder': review('staff', until.reviewDecided),
  'conduct-appeal-reminder': review('staff', until.appealDecided),
  'conduct-appeal-overdue': review('staff', until.appealDecided),
  'stand-in-named': absence('staff', until.standsInNoMore),
  'stand-in-begins': absence('staff', until.standsInNoMore),
  'stand-in-ends': absence('staff', until.nothing),
  'absence-set': absence('staff', until.nothing),
  'back-again': absence('staff', until.nothing),
  'stand-in-gone': absence('staff', until.somebodyStandsIn),
  'mentor-invitation': mentor('mentor', until.invitationOver),
  'mentor-invitation-reminder': mentor('mentor', until.invitationOver),
  'mentor-joined': mentor('mentor', until.noLongerMentor('active')),
  'mentor-left': mentor('mentor', until.noLongerMentor('left')),
  'mentor-removed': mentor('mentor', until.noLongerMentor('removed')),
  'introduction-asked': introduction('requester', until.notWhileIntroduction('requester-asked')),
  'introduction-reminder': introduction('requester', until.notWhileIntroduction('requester-asked')),
  'introduction-made': introduction('requester', until.introductionEnded),
  'introduction-not-made': introduction('requester', until.nothing),
  'introduction-ended': introduction('requester', until.nothing),
  'introduction-follow-up': introduction('requester', until.notWhileIntroduction('following-up')),
  'mentoring-asked': introduction('mentor', until.notWhileIntroduction('mentor-asked')),
  'mentoring-reminder': introduction('mentor', until.notAnswerableByMentor),
  'mentoring-made': introduction('mentor', until.introductionEnded),
  'mentoring-ended': introduction('mentor', until.nothing),
  'mentoring-follow-up': introduction('mentor', until.notWhileIntroduction('following-up')),
  'registration-approved': registration('registrant', until.decidedOtherwise('approved'), {
    tells: times.ofTheNextCall,
  }),
  'registration-pending': registration('registrant', until.decidedOtherwise('pending')),
  'registration-denied': registration('registrant', until.decidedOtherwise(...OUT_STATUSES)),
  'registration-review': registration('staff', until.decidedOtherwise('pending')),
  'question-received': question('asker', until.noPlace, { tells: times.ofItsCall }),
  'question-selected': question('asker', until.notSelected, { tells: times.ofItsCall }),
  'question-not-selected': question('asker', until.handedOver, { tells: times.ofItsCall }),
  'question-move-proposed': question('asker', until.moveSettled, { tells: times.ofTheProposal }),
  'question-moved': question('asker', until.noPlace, { tells: times.ofItsCall }),
  'question-call-rescheduled': question('asker', until.noPlaceOrMoved),
  'asked-but-absent': question('asker', until.there),
  'call-reminder': call('listeners', until.begunOrMoved),
  'call-cancelled': call('listeners', until.nothing),
  'call-rescheduled': call('listeners', until.begunOrMoved),
  'call-recap': call('listeners', until.nothing),
  'call-day-off': call('staff', until.confirmed),
  'call-meeting-problem': call('staff', until.mended),
  'subscription-confirmation': subscription('subscriber', until.linkSpent),
} as const satisfies Record<string, AnySheet>;

export type MailKind = keyof typeof MAIL;

/** Kinds about one subject, such as the notices of a request. */
export type MailKindAbout<S extends MailSubject> = {
  [K in MailKind]: (typeof MAIL)[K] extends MailSheet<S> ? K : never;
}[MailKind];

/** Mails that only those may know of who hold conduct reviews. */
export const MAIL_OF_REVIEWS = (Object.keys(MAIL) as MailKind[]).filter(
  (kind): kind is MailKindAbout<'review'> => MAIL[kind].about === 'review',
);

/** For names that come back from the mail log. */
export function isMailKind(name: string): name is MailKind {
  return Object.hasOwn(MAIL, name);
}

export const MAIL_KINDS = Object.keys(MAIL) as MailKind[];
