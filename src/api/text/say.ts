import type { Said } from '../../domain/refusals/says.js';
import type { Problem } from '../../domain/result.js';
import type { Texts } from './texts.js';

/** The sentence for a reason, in somebody's language. */
export function say(texts: Texts, { reason, params = {} }: Said): string {
  const sentence = texts.refusals[reason] as string | ((params: object) => string);
  return typeof sentence === 'string' ? sentence : sentence(params);
}

/** One thing wrong with one field, in words. `pointer` is a JSON pointer into what was sent. */
export interface ToldError {
  pointer: string;
  message: string;
}

/** A refusal in words: the whole, and each field it is about. */
export function tell(texts: Texts, problem: Problem): { detail: string; errors: ToldError[] } {
  const errors = (problem.errors ?? []).map((error) => ({
    pointer: error.pointer,
    message: say(texts, error),
  }));
  return { detail: say(texts, problem), errors };
}
