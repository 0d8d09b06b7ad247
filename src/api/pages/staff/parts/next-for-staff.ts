import { type Actor, actorRef, roleOf } from '../../../../domain/people/actor.js';
import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { roleMayDecide } from '../../../../domain/requests/offered.js';
import { isEnded, isOpen, isWaiting } from '../../../../domain/requests/statuses.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import type { DraftAtWork } from '../../../../usecases/requests/drafts-at-work.js';
import type { Texts } from '../../../text/texts.js';

export interface NextStep {
  /** A few words for the queue. */
  short: string;
  /** A sentence for the request's page. */
  long: string;
  /** Whose move it is. */
  whose: 'mine' | 'colleague' | 'requester' | 'nobody';
  /** The decision that does it, when it is one of staff's. */
  decision: DecisionKind | null;
}

type NextFacts = Pick<
  RequestView,
  | 'status'
  | 'assignee'
  | 'supervisor'
  | 'waitingFor'
  | 'mergedInto'
  | 'reopeningAskedAt'
  | 'messageWaitingSince'
  | 'followUp'
>;

/**
 * The next thing to do about a request, for one of the staff.
 * `draftAuthor` as actor reference, where known; `draft`: the one that is being worked on; `reviews` = the actor may send
 * answers.
 */
export function nextForStaff(
  texts: Texts,
  view: NextFacts,
  me: Actor,
  known: {
    draftAuthor?: string | null;
    draft?: DraftAtWork | undefined;
    reviews: boolean;
    courseTitle?: (id: string) => string;
    /** The request that goes on for one that was merged, and how it stands; in words. */
    goesOnAs?: string | null;
  },
): NextStep {
  const { next: nextText, nextLong } = texts.staff;
  const mine = view.assignee !== null && 'id' in me && view.assignee.id === me.id;
  if (view.reopeningAskedAt) {
    // Who may only say yes leaves it to those who may say no as well.
    return roleMayDecide(roleOf(me), 'refuse-reopening')
      ? { short: nextText.reopening, long: nextLong.reopening, whose: 'mine', decision: 'reopen' }
      : {
          short: nextText.reopeningElsewhere,
          long: nextLong.reopeningElsewhere,
          whose: 'colleague',
          decision: null,
        };
  }
  // Of an open request the answer goes on; of another, this is all there is.
  if (view.messageWaitingSince && !isOpen(view.status)) {
    return {
      short: nextText.reply,
      long: nextLong.reply,
      whose: view.assignee && !mine ? 'colleague' : 'mine',
      decision: 'reply',
    };
  }
  const { status } = view;
  if (isWaiting(status)) {
    const { short, long } = texts.staff.waiting[status];
    return { short, long: long(awaited(texts, view, known)), whose: 'requester', decision: null };
  }
  if (isEnded(status)) {
    const long =
      status === 'merged' ? nextLong.mergedInto(known.goesOnAs ?? nextLong.another) : nextLong.ended;
    return { short: nextText.none, long, whose: 'nobody', decision: null };
  }
  switch (status) {
    case 'received':
    case 'queued':
      // Nobody has it, but a draft came back: that goes on without anybody having taken it.
      if (known.draft?.returned && roleMayDecide(roleOf(me), 'draft-response')) {
        return { ...writing(texts, known.draft), whose: 'mine', decision: 'draft-response' };
      }
      return { short: nextText.take, long: nextLong.take, whose: 'mine', decision: 'assign' };
    case 'in-progress': {
      // Whoever wrote it revises it, whoever has the request.
      const toMe = known.draft?.returned && wroteIt(me, known.draft.author);
      const { short, long } = writing(texts, known.draft);
      const colleague = view.assignee && !mine && !toMe;
      return {
        short,
        long: colleague ? nextLong.answerByColleague(view.assignee?.name ?? '') : long,
        whose: mine || toMe ? 'mine' : 'colleague',
        decision: 'draft-response',
      };
    }
    case 'in-review':
      return inReview(texts, view, me, { ...known, mine });
    case 'responded':
      if (view.followUp?.status === 'open') return followUpNext(texts, view, me, { ...known, mine });
      return {
        short: nextText.close,
        long: nextLong.close,
        whose: mine ? 'mine' : 'nobody',
        decision: 'close',
      };
  }
}

/** An answer is written, goes on, or came back from review: the same words wherever it is offered. */
export function writing(
  { staff: { next, nextLong } }: Texts,
  draft: Pick<DraftAtWork, 'returned' | 'changed'> | undefined,
) {
  if (!draft) return { short: next.answer, long: nextLong.answer };
  if (!draft.returned) return { short: next.finish, long: nextLong.finish };
  return { short: next.revise, long: draft.changed ? nextLong.reviseChanged : nextLong.revise };
}

/** The follow-up’s answer: who has the request writes it, who didn’t write it sends it. */
function followUpNext(
  texts: Texts,
  view: NextFacts,
  me: Actor,
  { draftAuthor, reviews, mine }: { draftAuthor?: string | null; reviews: boolean; mine: boolean },
): NextStep {
  const { next: nextText, nextLong } = texts.staff;
  if (draftAuthor && !wroteIt(me, draftAuthor) && reviews) {
    return {
      short: nextText.followUpReview,
      long: nextLong.followUpReview,
      whose: 'mine',
      decision: 'send-response',
    };
  }
  if (!reviews || (draftAuthor && wroteIt(me, draftAuthor))) {
    const { followUpElsewhere: short } = nextText;
    return { short, long: nextLong.followUpElsewhere, whose: 'colleague', decision: null };
  }
  return {
    short: nextText.followUp,
    long: nextLong.followUp,
    whose: view.assignee && !mine ? 'colleague' : 'mine',
    decision: 'answer-follow-up',
  };
}

/** What the requester is waited for. */
function awaited(
  texts: Texts,
  { waitingFor, supervisor }: NextFacts,
  { courseTitle = (id) => id }: { courseTitle?: (id: string) => string },
) {
  const courses = waitingFor.filter((id) => id !== 'information' && id !== 'supervisor-confirmation');
  return {
    courses: texts.listed(courses.map(courseTitle)),
    supervisorRefused: supervisor?.status === 'refused',
  };
}

const wroteIt = (me: Actor, draftAuthor: string | null | undefined) => draftAuthor === actorRef(me);

/** The queue doesn't know a draft's author; the assignee is who nearly always wrote it. */
function inReview(
  texts: Texts,
  view: NextFacts,
  me: Actor,
  known: { draftAuthor?: string | null; reviews: boolean; mine: boolean },
): NextStep {
  const { next: nextText, nextLong } = texts.staff;
  const own = known.draftAuthor ? wroteIt(me, known.draftAuthor) : known.mine;
  if (view.supervisor?.status === 'unconfirmed') {
    return { short: nextText.supervisor, long: nextLong.supervisor, whose: 'requester', decision: null };
  }
  if (own || !known.reviews) {
    return {
      short: nextText.reviewByColleague,
      long: nextLong.reviewByColleague,
      whose: 'colleague',
      decision: null,
    };
  }
  return { short: nextText.review, long: nextLong.review, whose: 'mine', decision: 'send-response' };
}
