import { because, type Problem } from '../result.js';
import type { TopicRule } from './recurrence.js';

/** What deciding on a question needs; never its text. */
export interface SelectableQuestion {
  id: string;
  askedAt: string;
  empWorksheetCompleted: boolean;
}

export type SelectionRule = Pick<TopicRule, 'maxQuestions' | 'worksheetFirst'>;

/**
 * The whole selection once time is up: what staff chose stays, free places are filled. With a completed
 * EMP worksheet first where the topic says so, then first come. Chosen questions withdrawn meanwhile
 * leave their place.
 */
export function selectAutomatically(args: {
  questions: readonly SelectableQuestion[];
  already: readonly string[];
  rule: SelectionRule;
}): string[] {
  const { questions, already, rule } = args;
  const chosen = already.filter((id) => questions.some((question) => question.id === id));
  const free = Math.max(0, rule.maxQuestions - chosen.length);
  const waiting = inOrder({ questions, rule }).filter(({ id }) => !chosen.includes(id));
  return [...chosen, ...waiting.slice(0, free).map(({ id }) => id)];
}

/** The order in which places are given; the selection board shows it too. */
export function inOrder<Q extends SelectableQuestion>(args: {
  questions: readonly Q[];
  rule: Pick<SelectionRule, 'worksheetFirst'>;
}): Q[] {
  const rank = (question: Q) => (args.rule.worksheetFirst && question.empWorksheetCompleted ? 0 : 1);
  return [...args.questions].sort(
    (a, b) => rank(a) - rank(b) || compare(a.askedAt, b.askedAt) || compare(a.id, b.id),
  );
}

export interface InvalidSelection {
  why: Problem;
  /** Ids at fault: unknown, withdrawn or named twice. */
  ids: string[];
}

/** What is wrong with the questions staff chose; null: nothing. None at all may be chosen, too. */
export function validSelection(args: {
  questionIds: readonly string[];
  /** Questions of this call that may be chosen. */
  asked: readonly string[];
  rule: Pick<SelectionRule, 'maxQuestions'>;
}): InvalidSelection | null {
  const { questionIds, asked, rule } = args;
  const unknown = questionIds.filter((id) => !asked.includes(id));
  if (unknown.length > 0) return { why: because('questions-not-open-for-call'), ids: unknown };
  const doubled = questionIds.filter((id, index) => questionIds.indexOf(id) !== index);
  if (doubled.length > 0) return { why: because('question-named-twice'), ids: doubled };
  if (questionIds.length > rule.maxQuestions) {
    return { why: because('too-many-selected', { most: rule.maxQuestions }), ids: [] };
  }
  return null;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
