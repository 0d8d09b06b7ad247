import type { Recording } from '../recording.js';
import { tellRequest } from '../requests/tell-request.js';
import type { ClosureChange } from './closure.schema.js';
import type { TouchedRequest } from './closure-moves.js';

export async function tellTouched(
  rec: Recording,
  { touched, changeId }: { touched: TouchedRequest[]; changeId: string },
): Promise<void> {
  const at = rec.at.toISOString();
  for (const { floor, ...request } of touched) {
    await tellRequest(rec, request, { v: 1, kind: 'calendar-changed', changeId, floor, at });
  }
}

export function movesOf(touched: TouchedRequest[]): ClosureChange['moves'] {
  return touched.flatMap(({ id, reference, move }) => (move ? [{ id, reference, ...move }] : []));
}
