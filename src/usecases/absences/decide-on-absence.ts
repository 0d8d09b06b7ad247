import type { AbsenceDecision } from '../../domain/absences/absence.schema.js';
import type { AbsenceDecisionKind } from '../../domain/absences/absence-decisions.js';
import type { AbsenceCommand, AbsenceTerms } from '../../domain/absences/absence-state.js';
import {
  absenceRefusalOf,
  carryOutOnAbsence,
  offeredOnAbsence,
} from '../../domain/absences/decide-absence.js';
import { planAbsence } from '../../domain/absences/plan-absence.js';
import { absenceWorkflowId } from '../../domain/absences/workflow-id.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import { DATE_RANGES, outsideOf } from '../../domain/time/date-range.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { todayOf } from '../calendar/today-of.js';
import { sendCommand } from '../send-command.js';
import { type AbsenceRow, absenceStateOf } from './absence-row.js';
import type { AbsenceView } from './absence-view.schema.js';
import { fits } from './fits.js';
import { maySet, readAbsence } from './read-absence.js';

/** Changes, cancels or ends a time away. `commandId` makes a repeat the same decision. */
export async function decideOnAbsence(
  services: Services,
  actor: Actor,
  id: string,
  decision: AbsenceDecision,
  { commandId, ifMatch }: { commandId: string; ifMatch?: number | undefined },
): Promise<Result<AbsenceView>> {
  if (!may(actor, 'absences.set')) return refuse('only-staff-are-away');
  const row = await services.db.absence.findUnique({ where: { id } });
  if (!row) return refuse('no-such-absence');
  if (!maySet(actor, row.personId)) return refuse('not-your-absence');
  const prepared = await commandOf(services, row, decision, commandId);
  if (!prepared.ok) return prepared;
  const command = prepared.value;
  const sent = await sendCommand<AbsenceCommand>(services, {
    actor,
    command,
    commandId,
    workflowId: absenceWorkflowId(id),
    upon: { row, ifMatch },
    plan: {
      pointer: '/lastDay',
      async ahead(envelope, at) {
        const state = absenceStateOf(row);
        if (!state || absenceRefusalOf(state, envelope)) return;
        const decided = carryOutOnAbsence(state, envelope, at.toISOString());
        const { remindersAt } = services.programs.current().program.clock;
        planAbsence({
          state: decided.state,
          calendar: await loadCalendar(services.db, services),
          remindersAt,
        });
      },
    },
    whenEnded: refuse('absence-over'),
  });
  return sent.ok ? readAbsence(services, actor, id) : sent;
}

/** What somebody may decide about it now, by the very rules of its process. */
export async function offeredOn(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<AbsenceDecisionKind[]>> {
  if (!may(actor, 'absences.read')) return refuse('only-staff-are-away');
  const row = await services.db.absence.findUnique({ where: { id } });
  if (!row) return refuse('no-such-absence');
  const state = absenceStateOf(row);
  return ok(state && maySet(actor, row.personId) ? offeredOnAbsence(state) : []);
}

/** From what was typed to ids; what is wrong with it is said before the process is asked, which asks again. */
async function commandOf(
  services: Services,
  row: AbsenceRow,
  decision: AbsenceDecision,
  commandId: string,
): Promise<Result<AbsenceCommand>> {
  if (decision.kind !== 'change') return ok({ kind: decision.kind });
  const { kind, standIn: email, ...typed } = decision;
  const terms = Object.fromEntries(
    Object.entries(typed).filter(([, value]) => value !== undefined),
  ) as Partial<AbsenceTerms>;
  const standIn = email === undefined ? null : await services.db.staff.findUnique({ where: { email } });
  if (email !== undefined && !standIn) return refuseAt('/standIn', 'nobody-to-stand-in');
  const command: AbsenceCommand = { kind, ...terms, ...(standIn ? { standInId: standIn.id } : {}) };
  if (Object.keys(command).length === 1) return refuse('absence-unchanged');
  const state = absenceStateOf(row);
  // The process says so.
  if (!state || absenceRefusalOf(state, { command, commandId })) return ok(command);
  const range = DATE_RANGES.absence(todayOf(services));
  for (const day of ['firstDay', 'lastDay'] as const) {
    const value = terms[day];
    const slip = value === undefined || value === state[day] ? null : outsideOf(range, value);
    if (slip) return refuseAt(`/${day}`, 'date-out-of-range', slip);
  }
  const fit = await fits(services.db, { ...state, ...command, id: row.id });
  return fit.ok ? ok(command) : fit;
}
