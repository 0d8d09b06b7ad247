import type { TopicRule } from '../../../domain/calls/recurrence.js';
import type { CallSeries } from '../../../domain/program/call-series.schema.js';
import { courseOf, needsSupervisor, roleOf } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import type { Texts } from '../../text/texts.js';

/** `Attorney, Paralegal`: who may attend, in the program's words. */
export function audienceWords(series: CallSeries, program: Program): string {
  return labels(program, series.audience).join(', ');
}

/** Why others can't attend a series for lawyers, and which call is theirs; null: nothing to add. */
export function audienceNote({ calls }: Texts, series: CallSeries, program: Program): string | null {
  if (!isLegal(series)) return null;
  const theirs = program.callSeries.find((other) => other.audience.includes('case-manager'));
  return calls.calls.series.legalOnly(theirs?.title ?? null);
}

/** A series for lawyers and who works with them, and nobody else. */
export function isLegal(series: CallSeries): boolean {
  return series.audience.includes('attorney') && !series.audience.includes('case-manager');
}

/** What a series is about, one line per topic: which weekdays, and what it means. */
export function topicLines(
  { calls: { calls: text } }: Texts,
  series: CallSeries,
): { label: string; when: string | null; meaning: string }[] {
  return series.topics.map((rule) => ({
    label: rule.label,
    when: series.topics.length > 1 ? text.ordinals(series.recurrence.weekday, rule.ordinals) : null,
    meaning: text.topics[rule.topic],
  }));
}

/** What somebody who wants to ask on such a call should know before. */
export function askingSteps(
  { calls }: Texts,
  series: CallSeries,
  rule: TopicRule,
  program: Program,
): string[] {
  const { steps } = calls.calls.page;
  const courses = rule.askerNeedsAnyOf.map((id) => courseOf(program, id)?.title ?? id);
  const supervised = labels(
    program,
    series.audience.filter((role) => needsSupervisor(program, role)),
  );
  return [
    steps.signIn,
    steps.one,
    ...(courses.length > 0 ? [steps.course(courses)] : []),
    ...(rule.worksheetFirst ? [steps.worksheet] : []),
    ...(supervised.length > 0 && !series.questions.supervisedMayAskAnalysis
      ? supervisedSteps(calls, rule, supervised.join(', '))
      : []),
    steps.once,
    steps.noNames,
    steps.attend,
    steps.rest,
  ];
}

/** Where everything asked is analysis, they listen; where nothing is, they ask like everybody else. */
function supervisedSteps({ calls }: Texts['calls'], rule: TopicRule, roles: string): string[] {
  const { steps } = calls.page;
  if (rule.questionsAbout.every((about) => about === 'non-legal')) return [];
  return [onlyAnalysis(rule) ? steps.supervisedListen(roles) : steps.supervised(roles)];
}

const onlyAnalysis = (rule: TopicRule): boolean =>
  rule.questionsAbout.every((about) => about === 'trafficking-analysis');

/** Whether supervised roles can ask nothing at all on such a call. */
export function listensOnly(series: CallSeries, rule: TopicRule): boolean {
  return onlyAnalysis(rule) && !series.questions.supervisedMayAskAnalysis;
}

/** Labels of roles, by id; roles the program doesn't have are left out. */
export function labels(program: Program, roles: readonly string[]): string[] {
  return roles.map((role) => roleOf(program, role)?.label).filter((label) => label !== undefined);
}
