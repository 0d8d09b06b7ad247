import { roleOf } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import { paths } from '../../paths.js';
import { type Draft, emptyDraft } from '../form/draft.js';
import { nextPath } from '../form/steps.js';

/**
 * The form for assistance in writing with a question that was typed for a call, and where it goes on. A form on its
 * way keeps its answers: one that has its questions already gets this one behind them, to be looked at.
 */
export function inWriting(
  kept: Draft | undefined,
  { question, role }: { question: string; role: string },
  program: Program,
): { draft: Draft; goTo: string } {
  const before = kept && kept.sentTo === undefined ? kept : emptyDraft();
  const words = question.trim();
  const { facts } = before;
  if (facts && facts.questions.length + words.length + 2 <= MAX_TEXT) {
    const has = facts.questions.includes(words);
    const questions = has ? facts.questions : `${facts.questions}\n\n${words}`;
    return { draft: { ...before, facts: { ...facts, questions } }, goTo: paths.form.facts };
  }
  const draft: Draft = { ...(facts ? emptyDraft() : before), fromCall: words };
  if (draft.role === undefined && roleOf(program, role)) draft.role = role;
  return { draft, goTo: nextPath(draft, program) };
}
