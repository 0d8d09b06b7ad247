import type { CallSeries, CallTopic, QUESTION_ABOUT } from '../program/call-series.schema.js';
import { needsSupervisor } from '../program/lookup.js';
import type { Program } from '../program/program.schema.js';
import { because, type Problem } from '../result.js';
import type { Instant } from '../time/instant.js';
import type { CallStatus } from './call-statuses.js';
import { windowAt } from './question-window.js';
import { type TopicRule, topicRuleOf } from './recurrence.js';
import { mayAttend } from './registration-policy.js';

export type QuestionAbout = (typeof QUESTION_ABOUT)[number];

export type QuestionRefusalCode =
  | 'call-cancelled'
  | 'questions-closed'
  | 'not-this-week'
  | 'not-eligible'
  | 'assistance-refused'
  | 'supervised-analysis'
  | 'legal-topic-not-allowed'
  | 'analysis-on-first-wednesday'
  | 'prerequisite-missing'
  | 'already-a-request'
  | 'one-question-per-person'
  | 'one-question-per-organization';

export interface QuestionFacts {
  call: {
    id: string;
    status: CallStatus;
    topic: CallTopic;
    windowOpensAt: Instant;
    questionsCloseAt: Instant;
  };
  at: Instant;
  series: CallSeries;
  program: Program;
  role: string;
  needsLegalAnalysis: boolean;
  questionAbout?: QuestionAbout;
  /** A conduct review refuses them assistance at present: what isn't answered on a call would be in writing. */
  assistanceRefused?: boolean;
  passedCourses: readonly string[];
  /** The same question is open as a TA request of the same person. */
  alreadyARequest: boolean;
  /** For this call, withdrawn questions not counted, nor the one being edited. */
  personHasQuestion: boolean;
  organizationHasQuestion: boolean;
}

/** Why a question can't be asked: the first that applies, in the order of api.md; null: it can. Pure. */
export function refuseQuestion(facts: QuestionFacts): Problem | null {
  const { series, program, role } = facts;
  const rule = topicRuleOf(series, facts.call.topic);
  if (!rule) throw new RangeError('a call with a topic its series does not have');
  return (
    refuseByTime(facts) ??
    (mayAttend({ role, series, program }) ? null : because('not-eligible')) ??
    (facts.assistanceRefused ? because('assistance-refused') : null) ??
    refuseByTopic(facts, rule) ??
    refuseByPrerequisite(facts, rule) ??
    refuseRepeated(facts)
  );
}

/** What a question is about when the asker doesn't say. */
export function questionAboutOf(rule: TopicRule, said?: QuestionAbout): QuestionAbout {
  const about = said ?? rule.questionsAbout[0];
  if (!about) throw new RangeError('a topic on which nothing may be asked');
  return about;
}

/** Every question on a trafficking analysis call asks for legal analysis, whatever the asker ticked. */
export function asksForAnalysis(
  rule: TopicRule,
  facts: Pick<QuestionFacts, 'needsLegalAnalysis' | 'questionAbout'>,
): boolean {
  return (
    facts.needsLegalAnalysis ||
    facts.questionAbout === 'trafficking-analysis' ||
    rule.questionsAbout.every((about) => about === 'trafficking-analysis')
  );
}

/** Also what decides whether a question may still be changed or withdrawn. */
export function refuseByTime({ call, at }: Pick<QuestionFacts, 'call' | 'at'>): Problem | null {
  switch (windowAt({ call, at })) {
    case 'cancelled':
      return because('call-cancelled');
    case 'closed':
      return because('questions-closed');
    case 'not-yet':
      return because('not-this-week');
    case 'open':
      return null;
  }
}

/** A worksheet is of use where law is applied to facts. */
export const worksheetIsOfUse = (abouts: readonly string[]): boolean =>
  abouts.some((about) => about !== 'non-legal');

function refuseByTopic(facts: QuestionFacts, rule: TopicRule): Problem | null {
  const { series, program, role, needsLegalAnalysis } = facts;
  const supervised = needsSupervisor(program, role) && !series.questions.supervisedMayAskAnalysis;
  if (supervised && asksForAnalysis(rule, facts)) {
    return because('supervised-analysis');
  }
  const nonLegalOnly = rule.questionsAbout.every((about) => about === 'non-legal');
  const about = questionAboutOf(rule, facts.questionAbout);
  if (nonLegalOnly && needsLegalAnalysis) return legalTopic();
  if (rule.questionsAbout.includes(about)) return null;
  // Only where the same series has such a call is it of use to point there.
  const elsewhere = series.topics.some((topic) => topic.questionsAbout.includes(about));
  return about === 'trafficking-analysis' && elsewhere
    ? because('analysis-on-first-wednesday')
    : legalTopic();
}

const legalTopic = () => because('legal-topic-not-allowed');

/** Any one of the courses is enough. Listening needs none. */
function refuseByPrerequisite(facts: QuestionFacts, rule: TopicRule): Problem | null {
  const needed = rule.askerNeedsAnyOf;
  if (needed.length === 0 || needed.some((course) => facts.passedCourses.includes(course))) return null;
  const courses = needed.map((id) => facts.program.courses.find((course) => course.id === id)?.title ?? id);
  return because('prerequisite-missing', { courses });
}

function refuseRepeated(facts: QuestionFacts): Problem | null {
  if (facts.alreadyARequest) {
    return because('already-a-request');
  }
  if (facts.personHasQuestion) {
    return because('one-question-per-person');
  }
  if (facts.organizationHasQuestion) {
    return because('one-question-per-organization');
  }
  return null;
}
