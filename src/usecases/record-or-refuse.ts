import type { Result } from '../domain/result.js';
import type { Transaction } from '../ports/database.js';
import type { RecordServices } from '../ports/services.js';
import { inRecording } from './requests/request-row.js';

class Refusal extends Error {
  constructor(readonly refused: Extract<Result<never>, { ok: false }>) {
    super(refused.problem.code);
  }
}

/** A recording transaction of which a refusal leaves nothing behind. */
export async function recordOrRefuse<T>(
  services: Pick<RecordServices, 'db' | 'relay'>,
  work: (tx: Transaction, toKick: (workflowId: string | null) => void) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await inRecording(services, async (tx, toKick) => {
      const result = await work(tx, toKick);
      if (!result.ok) throw new Refusal(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
}
