import type { RequestCommandEnvelope } from '../../domain/requests/command.js';
import { carryOut, refusalOf } from '../../domain/requests/decide.js';
import { planRequest } from '../../domain/requests/plan-request.js';
import type { RequestState } from '../../domain/requests/state.js';
import type { Services } from '../../ports/services.js';
import { recentCalendar } from '../calendar/load-calendar.js';
import { courtDateOf, type RequestRow } from './request-row.js';

/**
 * Tries the dates a command would lead to, before it is sent: what can't be planned never reaches the process.
 * What isn't allowed is left to the process, which knows more. @throws CannotPlan
 */
export async function planAhead(
  services: Services,
  row: RequestRow,
  envelope: RequestCommandEnvelope,
  { at, texts }: { at: Date; texts?: { 'court-deadline'?: string } },
): Promise<void> {
  const state = row.processState as unknown as RequestState | null;
  if (!state || refusalOf(state, envelope)) return;
  const instant = at.toISOString();
  const told = texts?.['court-deadline'];
  const courtDate = told ? ((JSON.parse(told) as { date: string } | null)?.date ?? null) : courtDateOf(row);
  planRequest({
    state: carryOut(state, envelope, instant).state,
    calendar: await recentCalendar(services.db, services),
    program: await services.programs.byVersion(services.db, row.programVersionId),
    courtDate,
    at: instant,
  });
}
