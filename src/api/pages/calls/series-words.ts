import type { TopicRule } from '../../../domain/calls/recurrence.js';
import type { CallSeries } from '../../../domain/program/call-series.schema.js';
import { courseOf, needsSupervisor, roleOf } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { callsText } from '../../text/calls.js';

/** `Attorney, Paralegal`: who may attend, in the program's words. */
export function audienceWords(series: CallSeries, program: Program): string {
  return labels(program, series.audience).join(', ');
}

/** What a series is about, one line per topic: which weekdays, and what it means. */
export function topicLines(series: CallSeries): { label: string; when: string | null; meaning: string }[] {
  const weekday = series.recurrence.weekday;
  const name = weekday.charAt(0).toUpperCase() + weekday.slice(1);
  return series.topics.map((rule) => ({
    label: rule.label,
    when: series.topics.length > 1 ? callsText.ordinals(name, rule.ordinals) : null,
    meaning: callsText.topics[rule.topic],
  }));
}

/** What somebody who wants to ask on such a call should know before. */
export function askingSteps(series: CallSeries, rule: TopicRule, program: Program): string[] {
  const { steps } = callsText.page;
  const courses = rule.askerNeedsAnyOf.map((id) => courseOf(program, id)?.title ?? id);
  const supervised = labels(
    program,
    series.audience.filter((role) => needsSupervisor(program, role)),
  );
  return [
    steps.signIn,
    steps.one,
    ...(courses.length > 0 ? [steps.course(courses.join(' or '))] : []),
    ...(rule.worksheetFirst ? [steps.worksheet] : []),
    ...(supervised.length > 0 && !series.questions.supervisedMayAskAnalysis
      ? [steps.supervised(supervised.join(', '))]
      : []),
    steps.noNames,
    steps.rest,
  ];
}

/** Labels of roles, by id; roles the program doesn't have are left out. */
export function labels(program: Program, roles: readonly string[]): string[] {
  return roles.map((role) => roleOf(program, role)?.label).filter((label) => label !== undefined);
}
