import { ABSENCE_MAILS, type AbsenceReader } from '../../domain/absences/absence-mails.js';
import type { AbsenceEvent, AbsenceState } from '../../domain/absences/absence-state.js';
import { absenceWorkflowId } from '../../domain/absences/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { addressesOf, NOBODY } from '../requests/recipients.js';
import type { AbsenceRow } from './absence-row.js';
import type { MovedWork } from './move-work.js';

/** Named one by one; of more there is the number. */
const NAMED = 20;

/** These lead to the work itself, the others to who is away. */
const TO_THE_WORK: ReadonlySet<string> = new Set(['stand-in-begins', 'stand-in-ends', 'back-again']);

/** Writes the mails of an event: who, until when, and of the work numbers and references. */
export async function queueAbsenceMails(
  rec: Recording,
  services: RecordServices,
  {
    row,
    state,
    event,
    moved,
  }: { row: Pick<AbsenceRow, 'id'>; state: AbsenceState; event: AbsenceEvent; moved: MovedWork | null },
): Promise<void> {
  const mails = ABSENCE_MAILS[event.type](event, state);
  if (mails.length === 0) return;
  const { tx } = rec;
  const { program } = services.programs.current();
  const ids = [state.personId, state.standInId, event.data.before].filter((id) => typeof id === 'string');
  const staff = await tx.staff.findMany({ where: { id: { in: ids } } });
  const named = (id: string | null | undefined) => staff.find((one) => one.id === id);
  const addresses = async (reader: AbsenceReader): Promise<string[]> => {
    if (reader === 'coordinators')
      return addressesOf(tx, program, { ...NOBODY, at: rec.at }, ['coordinators']);
    const { personId, standInId } = state;
    const one = named({ person: personId, 'stand-in': standInId, before: event.data.before }[reader]);
    return one?.active ? [one.email] : [];
  };
  for (const [index, { kind, to: readers }] of mails.entries()) {
    const to = [...new Set((await Promise.all(readers.map(addresses))).flat())];
    if (to.length === 0) continue;
    await queueMessage(rec, services, {
      kind,
      aboutId: row.id,
      to,
      effectKey: `${absenceWorkflowId(row.id)}#${event.seq}#${kind}`,
      // Lists show them as they came: two of one event are not of one instant.
      at: new Date(rec.at.getTime() + index),
      data: {
        ...programFacts(services),
        colleagueName: named(state.personId)?.name,
        standInName: named(kind === 'stand-in-gone' ? event.data.before : state.standInId)?.name,
        awayFrom: state.firstDay,
        awayUntil: state.lastDay,
        cancelled: state.status === 'cancelled',
        handedOver: moved?.requests,
        tasksHandedOver: moved?.tasks,
        references: moved?.references.slice(0, NAMED),
        elsewhere: moved?.elsewhere,
        given: moved?.given,
        link: `${services.appUrl}${TO_THE_WORK.has(kind) ? '/staff' : '/staff/away'}`,
        audience: 'staff',
      },
    });
  }
}
