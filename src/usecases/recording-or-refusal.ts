import type { Result } from '../domain/result.js';
import type { RecordServices } from '../ports/services.js';
import { type Recording, type RecordingOptions, recording } from './recording.js';

class Refusal extends Error {
  constructor(readonly refused: Extract<Result<never>, { ok: false }>) {
    super(refused.problem.code);
  }
}

/** A recording of which a refusal leaves nothing behind. */
export async function recordingOrRefusal<T>(
  services: Pick<RecordServices, 'db' | 'relay' | 'clock'>,
  work: (rec: Recording) => Promise<Result<T>>,
  options: RecordingOptions = {},
): Promise<Result<T>> {
  try {
    return await recording(
      services,
      async (rec) => {
        const result = await work(rec);
        if (!result.ok) throw new Refusal(result);
        return result;
      },
      options,
    );
  } catch (error) {
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
}
