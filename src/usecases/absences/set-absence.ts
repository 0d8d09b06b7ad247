import type { AbsenceOpening } from '../../domain/absences/absence.schema.js';
import { daysRefused } from '../../domain/absences/days-away.js';
import { openAbsence } from '../../domain/absences/open-absence.js';
import { planAbsence } from '../../domain/absences/plan-absence.js';
import { absenceWorkflowId } from '../../domain/absences/workflow-id.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse, refuseAt, refuseFor } from '../../domain/result.js';
import { DATE_RANGES, outsideOf } from '../../domain/time/date-range.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { holdCalendar } from '../calendar/lock-calendar.js';
import { todayOf } from '../calendar/today-of.js';
import { planOrRefuse } from '../plan-or-refuse.js';
import { appendEvent, asJson } from '../process-events.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import type { AbsenceView } from './absence-view.schema.js';
import { fits, lockStaff } from './fits.js';
import { queueAbsenceMails } from './queue-absence-mails.js';
import { readAbsence } from './read-absence.js';
import { absenceEventHash, absenceFieldsOf } from './write-absence-event.js';

/**
 * Sets a time away, one's own or, for whoever hands over work, somebody else's, and begins its process. The same `commandId`
 * is the same absence. Refuses `forbidden`, `invalid` (days, somebody who can't stand in, another absence).
 */
export async function setAbsence(
  services: Services,
  actor: Actor,
  { person: email, standIn: standInEmail, ...terms }: AbsenceOpening,
  { commandId: id }: { commandId: string },
): Promise<Result<AbsenceView>> {
  if (!may(actor, 'absences.set')) return refuse('only-staff-are-away');
  const own = actor.kind === 'user' && (email === undefined || email === actor.email);
  if (!own && !may(actor, 'work.reassign')) return refuse('not-your-absence');
  const { db } = services;
  const person = own
    ? await db.staff.findUnique({ where: { id: actor.id } })
    : email === undefined
      ? null
      : await db.staff.findUnique({ where: { email } });
  if (!person) return refuseAt('/person', 'nobody-to-be-away');
  const standIn = await db.staff.findUnique({ where: { email: standInEmail } });
  if (!standIn) return refuseAt('/standIn', 'nobody-to-stand-in');
  const { program } = services.programs.current();
  const range = DATE_RANGES.absence(todayOf(services));
  for (const day of ['firstDay', 'lastDay'] as const) {
    const slip = outsideOf(range, terms[day]);
    if (slip) return refuseAt(`/${day}`, 'date-out-of-range', slip);
  }
  const { longestDays } = program.absence;
  const wrong = daysRefused(terms, longestDays);
  if (wrong) return refuseFor(wrong, ['/lastDay']);
  const by = actorRef(actor);
  const opened = await planOrRefuse('/lastDay', () =>
    recordingOrRefusal(services, async (rec) => {
      const { tx } = rec;
      await lockStaff(tx, [person.id, standIn.id]);
      if ((await tx.absence.count({ where: { id } })) > 0) return ok(null);
      const proposed = { id, personId: person.id, standInId: standIn.id, ...terms };
      const fit = await fits(tx, proposed);
      if (!fit.ok) return fit;
      await holdCalendar(tx);
      const { at } = rec;
      const { state, event } = openAbsence({
        absenceId: id,
        personId: person.id,
        terms: { ...terms, standInId: standIn.id },
        longestDays,
        actor: by,
        at: at.toISOString(),
      });
      const { remindersAt } = program.clock;
      const plan = planAbsence({ state, calendar: await loadCalendar(tx, services), remindersAt });
      const planned = { ...state, ...plan };
      const row = await tx.absence.create({
        data: {
          ...absenceFieldsOf(planned),
          id,
          personId: person.id,
          setBy: by,
          setAt: at,
          processState: asJson(planned),
        },
      });
      const workflowId = absenceWorkflowId(id);
      appendEvent(rec, { workflowId, event, hash: absenceEventHash(event, planned) });
      await queueAbsenceMails(rec, services, { row, state: planned, event, moved: null });
      rec.outbox.start('absence', workflowId, { v: 1, state: planned });
      return ok(null);
    }),
  );
  if (!opened.ok) return opened;
  return opened.value.ok ? readAbsence(services, actor, id) : opened.value;
}
