import { type Result, refuse } from '../../../domain/result.js';

const TOLD = {
  call_question_one_per_person: () => refuse('one-question-per-person'),
  call_question_one_per_organization: () => refuse('one-question-per-organization'),
};

/** The unique indexes have the last word on places: their violation is a refusal like any other. */
export async function onePlace<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const { code, meta, message } = error as { code?: string; meta?: unknown; message?: string };
    if (code !== 'P2002') throw error;
    const told = `${JSON.stringify(meta ?? {})} ${message ?? ''}`;
    const index = told.includes('organization')
      ? 'call_question_one_per_organization'
      : 'call_question_one_per_person';
    return TOLD[index]();
  }
}
