import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { createZone } from '../../../../domain/time/zone.js';
import type { Texts } from '../../../text/texts.js';
import { whyPaused } from '../../parts/why-paused.js';

export type DueTone = 'overdue' | 'soon' | 'calm' | 'none';

export interface DueWords {
  /** `Due Dec 2, 5:00 PM` and how much of it is left. */
  short: string;
  /** A whole sentence, both coasts. */
  long: string;
  /** Business days left in words; empty when none are counted, or left. */
  left: string;
  tone: DueTone;
  /** Where a court or filing date makes an earlier target stand first: the promise, or that date while there is none. */
  second: string | null;
  /** Where the date of a court or filing stands first and there is no promise: how the clock stands. */
  clock: string | null;
}

/** Business days left at or under which a due date is shown as near. */
const SOON = 2;

export type DueFacts = Pick<
  RequestView,
  'dueAt' | 'clock' | 'status' | 'answerBy' | 'courtOrFilingDeadline' | 'followUp'
>;

/** Past the promise with the clock not stopped. A paused clock that was overdue stays overdue. */
function isPastPromise({ dueAt, clock }: Pick<RequestView, 'dueAt' | 'clock'>, now: Date): boolean {
  return dueAt !== null && clock.state !== 'stopped' && dueAt < now.toISOString();
}

/**
 * When a request is to be answered, in words: the one date that binds first, the promise second.
 * `now` is business time; `zone` the program's. `days`: without the hour, which is the office's closing everywhere, for
 * lines that have no room for it.
 */
export function dueWords(
  texts: Texts,
  facts: DueFacts,
  now: Date,
  zone: string,
  { days = false }: { days?: boolean } = {},
): DueWords {
  const { due: dueText } = texts.staff;
  const short = days ? dayIn(texts, zone) : (at: string) => texts.dates.shortDateTime(at, zone);
  const followUp = followUpWords(texts, facts, now, zone, short);
  if (followUp) return followUp;
  const promise = promiseWords(texts, facts, now, zone, short);
  const { answerBy, courtOrFilingDeadline: court } = facts;
  if (!answerBy || answerBy.because === 'promise' || !court) return { ...promise, second: null, clock: null };
  const why = dueText.because[answerBy.because](texts.dates.date(court.date));
  const day = short(answerBy.at);
  const whole = texts.dates.pair(answerBy.at, zone);
  // Without a clock there is no promise that the date could be taken for: whose date it is, and that there is none.
  const second = facts.dueAt
    ? dueText.promised(short(facts.dueAt))
    : dueText.ofDate[answerBy.because](texts.dates.shortDate(court.date));
  const clock = facts.dueAt ? null : promise.short;
  const { businessDaysLeft: left } = answerBy;
  if (answerBy.at < now.toISOString()) {
    const long = `${dueText.wasTargetLong(whole, why)} ${promise.long}`;
    return { short: dueText.wasTarget(day), long, left: '', tone: 'overdue', second, clock };
  }
  return {
    short: dueText.target(day),
    long: `${dueText.targetLong(whole, why)} ${promise.long}`,
    left: left === 0 ? dueText.targetToday : dueText.left(left),
    tone: left <= SOON ? 'soon' : 'calm',
    second,
    clock,
  };
}

/** The day of an instant at the program's place. */
function dayIn({ dates }: Texts, zone: string): (at: string) => string {
  const { dateOf } = createZone(zone);
  return (at) => dates.shortDate(dateOf(at));
}

/** After the answer: of an open follow-up question, which has a promise of its own. */
function followUpWords(
  texts: Texts,
  { followUp }: DueFacts,
  now: Date,
  zone: string,
  short: (at: string) => string,
): DueWords | null {
  if (followUp?.status !== 'open') return null;
  const { due: dueText } = texts.staff;
  const late = followUp.dueAt < now.toISOString();
  const [day, whole] = [short(followUp.dueAt), texts.dates.pair(followUp.dueAt, zone)];
  return {
    short: late ? dueText.followUpWasDue(day) : dueText.followUpDue(day),
    long: late ? dueText.followUpWasDueLong(whole) : dueText.followUpDueLong(whole),
    left: '',
    tone: late ? 'overdue' : 'calm',
    second: null,
    clock: null,
  };
}

function promiseWords(
  texts: Texts,
  facts: DueFacts,
  now: Date,
  zone: string,
  short: (at: string) => string,
): Omit<DueWords, 'second' | 'clock'> {
  const { due: dueText } = texts.staff;
  const { dueAt, clock } = facts;
  const paused = whyPaused(texts, facts.status);
  const { businessDaysLeft: left } = clock;
  if (clock.state === 'not-started') {
    return { short: dueText.notStarted, long: dueText.notStartedLong, left: '', tone: 'none' };
  }
  if (clock.state === 'stopped') {
    const long = dueAt ? dueText.stoppedLong(texts.dates.pair(dueAt, zone)) : dueText.stopped;
    return { short: dueText.stopped, long, left: '', tone: 'none' };
  }
  if (dueAt === null) {
    return {
      short: dueText.paused,
      long: paused.long(left),
      left: paused.left(left),
      tone: 'none',
    };
  }
  const day = short(dueAt);
  const whole = texts.dates.pair(dueAt, zone);
  if (isPastPromise(facts, now)) {
    const late = clock.state === 'paused' ? paused.late : '';
    return {
      short: dueText.wasDue(day),
      long: dueText.overdueLong(whole) + late,
      left: '',
      tone: 'overdue',
    };
  }
  return {
    short: dueText.due(day),
    long: dueText.dueLong(whole),
    left: left === 0 ? dueText.dueToday : dueText.left(left),
    tone: left <= SOON ? 'soon' : 'calm',
  };
}
