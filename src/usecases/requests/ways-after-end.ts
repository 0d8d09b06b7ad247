import type { DeclinePolicy } from '../../domain/requests/decisions/decline.js';
import { type Redirected, type WayOn, waysInstead, waysOf } from '../../domain/requests/destination.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import type { Services } from '../../ports/services.js';

/** Where a redirected or declined request, which its reader was given, leads; empty for every other one. */
export async function waysAfterEnd(services: Services, view: RequestView): Promise<WayOn[]> {
  if (view.status !== 'redirected' && view.status !== 'declined') return [];
  const end = await services.db.processEvent.findFirst({
    where: { requestId: view.id, type: view.status },
    orderBy: { id: 'desc' },
  });
  if (!end) return [];
  const { program } = services.programs.current();
  const about = { role: view.requester.role, topics: view.topics };
  return view.status === 'redirected'
    ? waysOf(program, about, end.data as unknown as Redirected)
    : waysInstead(program, about, (end.data as { policy: DeclinePolicy }).policy);
}
