import type { Prisma } from '../../adapters/database/generated/client.js';
import type { Occurrence } from '../../domain/calls/occurrence.js';
import { openCall } from '../../domain/calls/open-call.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import type { CallSeries } from '../../domain/program/call-series.schema.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { RecordServices } from '../../ports/services.js';
import { appendEvent } from '../process-events.js';
import type { Recording } from '../recording.js';
import { callEventHash, callTimes } from './call-row.js';

/** Plans one call: its row, event number 0 and the start of its process. A call that is there already is left alone. */
export async function createCall(
  rec: Recording,
  services: RecordServices,
  input: { occurrence: Occurrence; series: CallSeries; calendar: BusinessCalendar; actor: string },
): Promise<void> {
  const { tx, at } = rec;
  const { occurrence, series, calendar, actor } = input;
  const { state, event, plan } = openCall({ occurrence, series, calendar, at: at.toISOString(), actor });
  const dataKey = services.vault.newDataKey('call');
  const { count } = await tx.call.createMany({
    skipDuplicates: true,
    data: [
      {
        id: occurrence.id,
        seriesId: series.id,
        topic: occurrence.topic,
        status: state.status,
        ...callTimes(state.times),
        dayOff: plan.dayOffName,
        dataKeyId: dataKey.id,
        nextDueAt: plan.next ? new Date(plan.next.at) : null,
        processState: state as unknown as Prisma.InputJsonValue,
        createdAt: at,
      },
    ],
  });
  if (count === 0) return;
  rec.behind.insert('dataKey', dataKey);
  const workflowId = callWorkflowId(occurrence.id);
  appendEvent(rec, { workflowId, event, hash: callEventHash(event, state) });
  rec.outbox.start('callCycle', workflowId, { v: 1, state });
}
