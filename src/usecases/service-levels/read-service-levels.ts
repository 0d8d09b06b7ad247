import { serviceLevels } from '../../domain/reports/service-levels.js';
import { OPEN_STATUSES, WAITING_STATUSES } from '../../domain/requests/statuses.js';
import type { Services } from '../../ports/services.js';
import { countOverdue } from '../requests/overdue-rows.js';
import type { ServiceLevelsView } from './service-levels.schema.js';

export const PERIOD_DAYS = 365;
const DAY_MS = 86_400_000;

/** How well the promise was kept over the last year, and what is open now. No personal data. */
export async function readServiceLevels(services: Services): Promise<ServiceLevelsView> {
  const now = services.clock.now();
  const since = new Date(now.getTime() - PERIOD_DAYS * DAY_MS);
  const open = { status: { in: OPEN_STATUSES } };
  const [answered, openCount, waiting, overdue] = await Promise.all([
    services.db.taRequest.findMany({
      where: { respondedAt: { gte: since, lte: now } },
      select: { businessDaysUsed: true, respondedAt: true, dueAt: true, extensionDays: true, urgent: true },
    }),
    services.db.taRequest.count({ where: open }),
    services.db.taRequest.count({
      where: { status: { in: WAITING_STATUSES } },
    }),
    countOverdue(services.db, now),
  ]);
  const facts = answered.map((row) => ({
    businessDays: row.businessDaysUsed,
    respondedAt: row.respondedAt?.toISOString() ?? '',
    dueAt: row.dueAt?.toISOString() ?? null,
    extended: row.extensionDays > 0,
    urgent: row.urgent,
  }));
  return {
    asOf: now.toISOString(),
    periodDays: PERIOD_DAYS,
    promiseBusinessDays: services.programs.current().program.clock.promiseBusinessDays,
    ...serviceLevels(facts),
    urgent: serviceLevels(facts.filter(({ urgent }) => urgent)),
    backlog: { open: openCount, waitingOnRequesters: waiting, overdue },
  };
}
