import type { Transaction } from '../../ports/database.js';
import { enqueueFact } from '../../usecases/requests/enqueue-fact.js';
import type { ClosureChange } from './closure.schema.js';
import type { TouchedRequest } from './closure-moves.js';

export async function tellTouched(
  tx: Transaction,
  toKick: (workflowId: string | null) => void,
  { touched, changeId, at }: { touched: TouchedRequest[]; changeId: string; at: Date },
): Promise<void> {
  for (const { floor, ...request } of touched) {
    toKick(
      await enqueueFact(tx, request, {
        v: 1,
        kind: 'calendar-changed',
        changeId,
        floor,
        at: at.toISOString(),
      }),
    );
  }
}

export function movesOf(touched: TouchedRequest[]): ClosureChange['moves'] {
  return touched.flatMap(({ id, reference, move }) => (move ? [{ id, reference, ...move }] : []));
}
