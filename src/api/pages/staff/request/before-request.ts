import type { QuestionPast } from '../../../../usecases/calls/questions/question-past.js';
import type { Texts } from '../../../text/texts.js';
import { staffPaths as paths } from '../staff-paths.js';
import type { Card } from './request-cards.js';
import type { TimelineItem } from './timeline.js';

/** What happened before it was a request, newest first, for the foot of its timeline. */
export function beforeRequest(
  texts: Texts,
  { callId, questionId, steps }: QuestionPast,
  zone: string,
): TimelineItem[] {
  const text = texts.requester.fromCall;
  return steps
    .filter(({ step }) => step !== 'converted')
    .map(({ step, at }) => ({
      text: text.staffSteps[step],
      by: null,
      at,
      when: texts.dates.pair(at, zone),
      href: paths.aboutCall('questions/:question', callId, questionId),
    }))
    .reverse();
}

/** Beside the case: the call it was asked for, and the question. */
export function callCard(
  texts: Texts,
  { callId, questionId, callTitle, callAt }: QuestionPast,
  zone: string,
): Card {
  const text = texts.requester.fromCall;
  return {
    title: text.card,
    rows: [
      { key: text.call, value: `${callTitle}, ${texts.dates.pair(callAt, zone)}`, href: paths.call(callId) },
      {
        key: text.question,
        value: text.seeQuestion,
        href: paths.aboutCall('questions/:question', callId, questionId),
      },
    ],
  };
}
