import type { RequestView } from '../../../../domain/requests/view.schema.js';
import type { Texts } from '../../../text/texts.js';

export interface Badge {
  text: string;
  /** Modifier class; the text says the same. */
  classes: string;
}

type BadgeFacts = Pick<
  RequestView,
  | 'status'
  | 'overdue'
  | 'dueAt'
  | 'targetAt'
  | 'clock'
  | 'priority'
  | 'escalationLevel'
  | 'courtOrFilingDeadline'
  | 'notices'
  | 'messageWaitingSince'
  | 'reopeningAskedAt'
  | 'followUp'
>;

/** What must be seen at a glance, the most pressing first. */
export function queueBadges(texts: Texts, view: BadgeFacts, now: Date): Badge[] {
  const { badges: text } = texts.staff.queue;
  const stopped = view.clock.state === 'stopped';
  const badges: Badge[] = [];
  if (view.overdue) badges.push({ text: text.overdue, classes: 'moj-badge--red' });
  else if (!stopped && view.targetAt && view.targetAt < now.toISOString()) {
    badges.push({ text: text.pastTarget, classes: 'moj-badge--red' });
  }
  if (view.escalationLevel > 0 && !stopped) {
    badges.push({ text: text.escalated(view.escalationLevel), classes: 'moj-badge--red' });
  }
  if (view.priority === 'urgent' && !stopped)
    badges.push({ text: text.urgent, classes: 'moj-badge--purple' });
  if (view.priority === 'high' && !stopped)
    badges.push({ text: text.high, classes: 'moj-badge--bright-purple' });
  if (view.courtOrFilingDeadline && !stopped) {
    const { kind, date } = view.courtOrFilingDeadline;
    const passed = view.notices.includes('court-date-past');
    const words = (passed ? text.courtDatePassed : text.courtDate)[kind === 'filing' ? 'filing' : 'court'];
    badges.push({
      text: words(texts.dates.shortDate(date)),
      classes: passed ? 'moj-badge--red' : 'moj-badge--grey',
    });
  }
  if (view.followUp?.status === 'open') {
    const late = view.followUp.dueAt < now.toISOString();
    badges.push(
      late
        ? { text: text.followUpLate, classes: 'moj-badge--red' }
        : { text: text.followUp, classes: 'moj-badge--blue' },
    );
  }
  if (view.reopeningAskedAt) badges.push({ text: text.reopening, classes: 'moj-badge--purple' });
  if (view.messageWaitingSince) badges.push({ text: text.message, classes: 'moj-badge--blue' });
  return badges;
}
