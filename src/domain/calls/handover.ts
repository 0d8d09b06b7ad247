import type { BusinessCalendar } from '../time/calendar.js';
import type { Instant } from '../time/instant.js';
import { isOnCall, type QuestionStatus } from './question-statuses.js';

/** When unanswered questions of a call become requests by themselves: opening time, so many business days on. */
export function handoverAt(args: {
  calendar: BusinessCalendar;
  /** End of the call, or its cancellation. */
  from: Instant;
  businessDays: number;
}): Instant {
  const { calendar, from, businessDays } = args;
  return calendar.opens(calendar.addBusinessDays(calendar.dateOf(from), businessDays));
}

/** What became of a question; the mail of the same name tells the asker. */
export type HandoverCode = 'not-selected' | 'asked-but-absent' | 'question-moved';

export interface QuestionOutcome {
  /** Null: answered on the call, withdrawn, or nothing can be said yet. */
  code: HandoverCode | null;
  /** Becomes a TA request by itself then. Null: only if the asker does it, with one click. */
  convertAt: Instant | null;
}

const NOTHING: QuestionOutcome = { code: null, convertAt: null };

/**
 * What becomes of a question once the selection stands, the call is over or it was cancelled. A selected
 * question counts as missed only when it is known that the asker was not there: `attended` null (nobody
 * knows) is not absence. Who was chosen and stayed away files a request; nothing is converted for them.
 */
export function questionOutcome(args: {
  question: { status: QuestionStatus; convertIfUnselected: boolean };
  call: {
    status: 'confirmed' | 'held' | 'completed' | 'cancelled';
    endsAt: Instant;
    cancelledAt: Instant | null;
  };
  attended: boolean | null;
  calendar: BusinessCalendar;
  businessDays: number;
}): QuestionOutcome {
  const { question, call, attended, calendar, businessDays } = args;
  const from = call.status === 'cancelled' ? (call.cancelledAt ?? call.endsAt) : call.endsAt;
  const unselected = (): QuestionOutcome => ({
    code: 'not-selected',
    convertAt: question.convertIfUnselected ? handoverAt({ calendar, from, businessDays }) : null,
  });
  switch (question.status) {
    case 'withdrawn':
    case 'converted':
      return NOTHING;
    case 'moved':
      return { code: 'question-moved', convertAt: null };
    case 'asked':
    case 'not-selected':
      return unselected();
    case 'selected':
      if (call.status === 'cancelled') return unselected();
      if (call.status === 'confirmed' || attended !== false) return NOTHING;
      return { code: 'asked-but-absent', convertAt: null };
  }
}

export type Conversion = 'converts' | 'not-agreed' | 'waits-for-supervisor' | 'not-yet' | 'not-unselected';

/**
 * Whether a question becomes a TA request by itself now. Without the supervisor its asker's role needs it
 * waits for that, however long. By one click (`byAsker`) neither date nor agreement is needed.
 */
export function conversionNow(args: {
  question: {
    status: QuestionStatus;
    convertIfUnselected: boolean;
    supervisorNeeded: boolean;
    supervisorNamed: boolean;
  };
  convertAt: Instant | null;
  at: Instant;
  byAsker?: boolean;
}): Conversion {
  const { question, convertAt, at, byAsker = false } = args;
  if (!isOnCall(question.status)) return 'not-unselected';
  if (!byAsker) {
    if (question.status === 'selected') return 'not-unselected';
    if (!question.convertIfUnselected) return 'not-agreed';
    if (convertAt === null || at < convertAt) return 'not-yet';
  }
  return question.supervisorNeeded && !question.supervisorNamed ? 'waits-for-supervisor' : 'converts';
}
