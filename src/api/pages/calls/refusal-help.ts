import type { QuestionRefusalCode } from '../../../domain/calls/question-policy.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';

/** What to do next. */
export interface NextStep {
  next: string;
  link?: Link | undefined;
  /** Further ways, of which the step speaks. */
  also?: Link[];
}

interface Link {
  text: string;
  href: string;
}

type Way = keyof Texts['calls']['waysFromQuestion'];

const HREFS: Record<Way, string> = {
  write: paths.form.start,
  calendar: paths.calls,
  questions: paths.myCalls,
  requests: paths.myRequests,
  notice: paths.myRequests,
};

/** Where each refusal of the policy leads. */
const WAYS: Record<QuestionRefusalCode, Way> = {
  'call-cancelled': 'calendar',
  'questions-closed': 'calendar',
  'not-this-week': 'calendar',
  'not-eligible': 'write',
  'assistance-refused': 'notice',
  'supervised-analysis': 'write',
  'legal-topic-not-allowed': 'calendar',
  'analysis-on-first-wednesday': 'calendar',
  'prerequisite-missing': 'write',
  'already-a-request': 'requests',
  'one-question-per-person': 'questions',
  'one-question-per-organization': 'write',
};

export const isRefusalByPolicy = (code: string): code is QuestionRefusalCode => Object.hasOwn(WAYS, code);

/** It leads to assistance in writing. */
export const leadsToWriting = (code: QuestionRefusalCode): boolean => WAYS[code] === 'write';

export const wayTo = ({ calls }: Texts, way: Way): Link => ({
  text: calls.waysFromQuestion[way],
  href: HREFS[way],
});

/** A refusal in plain words, beside what helps. */
export const helpAfter = (texts: Texts, code: QuestionRefusalCode): NextStep & { why: string } => ({
  ...texts.calls.notAsked[code],
  link: wayTo(texts, WAYS[code]),
});
