import { ActivityFailure, isCancellation } from '@temporalio/workflow';

/** Given up: what stands behind it comes all the same. Only a cancellation ends the process. */
export function goesOnAfterFailure(error: unknown): void {
  if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
}
