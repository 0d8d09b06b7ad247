import { roleOf } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import { paths } from '../../paths.js';
import { type Draft, emptyDraft } from '../form/draft.js';
import { nextPath } from '../form/steps.js';

/**
 * The form for assistance in writing with a question that was typed for a call, and where it goes on. A form on its
 * way keeps its answers: one that has its questions already gets this one behind them, to be looked at. Null: that has
 * no room for it.
 */
export function inWriting(
  kept: Draft | undefined,
  { question, role }: { question: string; role: string },
  program: Program,
): { draft: Draft; goTo: string } | null {
  const before = kept && kept.sentTo === undefined ? kept : emptyDraft();
  const words = question.trim();
  const { facts } = before;
  if (facts) {
    const together = behind(facts, words);
    return together ? { draft: { ...before, facts: together }, goTo: paths.form.facts } : null;
  }
  const draft: Draft = { ...before, fromCall: words };
  if (draft.role === undefined && roleOf(program, role)) draft.role = role;
  return { draft, goTo: nextPath(draft, program) };
}

/** Behind the questions, else behind the facts: where there is room. What stands there already is not put there twice. */
function behind(facts: NonNullable<Draft['facts']>, words: string): Draft['facts'] {
  if (facts.questions.includes(words) || facts.facts.includes(words)) return facts;
  const field = (['questions', 'facts'] as const).find(
    (name) => facts[name].length + words.length + 2 <= MAX_TEXT,
  );
  return field === undefined ? undefined : { ...facts, [field]: `${facts[field]}\n\n${words}` };
}
