import { occurrencesOf } from '../../../src/domain/calls/occurrences.js';
import { loadCalendar } from '../../../src/usecases/calendar/load-calendar.js';
import { createCall } from '../../../src/usecases/calls/create-call.js';
import { ensureSeries } from '../../../src/usecases/calls/ensure-series.js';
import { recording } from '../../../src/usecases/recording.js';
import type { TestApp } from './test-app.js';

/** Plans the calls of both series as their processes would, without any process. */
export async function planCalls(app: TestApp, range: { from: string; to: string }): Promise<void> {
  const { services } = app;
  await ensureSeries(services);
  const calendar = await loadCalendar(services.db, services);
  await recording(services, async (rec) => {
    const { tx } = rec;
    for (const series of services.programs.current().program.callSeries) {
      for (const occurrence of occurrencesOf({ series, calendar, ...range })) {
        await createCall(rec, services, { occurrence, series, calendar, actor: 'system' });
      }
      await tx.callSeries.update({
        where: { id: series.id },
        data: { plannedUntil: new Date(`${range.to}T00:00:00Z`) },
      });
    }
  });
}

let strangers = 0;

/** Somebody nobody has met, from an organization of their own. */
export function stranger(role = 'attorney') {
  strangers += 1;
  return {
    name: 'Ada Attorney',
    email: `ada@office-${strangers}.example`,
    role,
    organization: `Office ${strangers}`,
  };
}

export function goodQuestion(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    asker: stranger(),
    question: 'How would you begin?',
    needsLegalAnalysis: false,
    empWorksheetCompleted: false,
    convertIfUnselected: false,
    ...change,
  };
}

export function goodRegistration(change: Record<string, unknown> = {}): Record<string, unknown> {
  const { organization, ...person } = stranger();
  return { series: 'legal-working-group', ...person, licensedIn: ['CA'], employer: organization, ...change };
}
