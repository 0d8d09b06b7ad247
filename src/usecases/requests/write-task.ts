import type { RequestEvent } from '../../domain/requests/events.js';
import type { TaskStatus } from '../../domain/requests/tasks.js';
import type { IsoDate } from '../../domain/time/instant.js';
import type { RecordServices } from '../../ports/services.js';
import { lockRows } from '../lock.js';
import { NeverRecorded } from '../never-recorded.js';
import type { Recording } from '../recording.js';
import { sql } from '../sql.js';
import type { RequestRow } from './request-row.js';

interface About {
  row: RequestRow;
  event: RequestEvent;
}
type Touches = (rec: Recording, services: RecordServices, about: About) => Promise<void>;

const dayOf = (date: IsoDate) => new Date(`${date}T00:00:00Z`);

/**
 * What is to be done is there already, sealed, under the command's id: of a command sent twice the first. Locked, so that
 * a refusal of the second doesn't take it away before it counts.
 */
async function textOf({ tx }: Recording, { row, event }: About): Promise<string> {
  const [text] = await lockRows(tx)`
    SELECT id::text AS id FROM case_text
    WHERE request_id = ${row.id}::uuid AND update_id = ${event.commandId ?? ''} AND field = 'task'
    ORDER BY created_at, id LIMIT 1 FOR UPDATE`;
  if (!text) throw new NeverRecorded('cannot-record');
  return text.id;
}

export const taskAdded: Touches = async (rec, _services, about) => {
  const { row, event } = about;
  const { task, assigneeId, dueOn } = event.data;
  if (!task || !assigneeId || !dueOn) throw new NeverRecorded('cannot-record');
  await rec.tx.requestTask.create({
    data: {
      id: task,
      requestId: row.id,
      assigneeId,
      dueOn: dayOf(dueOn),
      textId: await textOf(rec, about),
      addedBy: event.actor,
      addedAt: new Date(event.at),
    },
  });
};

export const taskChanged: Touches = async (rec, _services, about) => {
  const { row, event } = about;
  const { task, assigneeId, dueOn, reworded } = event.data;
  await rec.tx.requestTask.updateMany({
    where: { id: task ?? '', requestId: row.id },
    data: {
      ...(assigneeId ? { assigneeId } : {}),
      ...(dueOn ? { dueOn: dayOf(dueOn) } : {}),
      ...(reworded ? { textId: await textOf(rec, about) } : {}),
    },
  });
};

export const taskEnded =
  (status: Extract<TaskStatus, 'done' | 'cancelled'>): Touches =>
  async (rec, _services, { row, event }) => {
    await rec.tx.requestTask.updateMany({
      where: { id: event.data.task ?? '', requestId: row.id },
      data: { status, endedBy: event.actor, endedAt: new Date(event.at) },
    });
  };

/** With the request, in the statement that writes its end. */
export function endTasks({ behind }: Recording, requestId: string, { actor, at }: RequestEvent): void {
  behind.also(sql`UPDATE request_task SET status = 'ended', ended_by = ${actor}, ended_at = ${new Date(at)}
    WHERE request_id = ${requestId}::uuid AND status = 'open'`);
}
