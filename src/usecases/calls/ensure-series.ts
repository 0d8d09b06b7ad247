import type { Prisma } from '../../adapters/database/generated/client.js';
import { openSeries } from '../../domain/calls/decide-series.js';
import { callSeriesWorkflowId } from '../../domain/calls/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { enqueueStart } from '../outbox/enqueue.js';
import { inRecording } from '../requests/request-row.js';

/** Every series of the program has its process: called at each start, does nothing the second time. */
export async function ensureSeries(services: RecordServices): Promise<void> {
  const at = services.clock.now();
  await inRecording(services, async (tx, toKick) => {
    for (const { id, planAheadDays } of services.programs.current().program.callSeries) {
      const state = openSeries(id, at.toISOString(), planAheadDays);
      const { count } = await tx.callSeries.createMany({
        data: [{ id, createdAt: at, nextDueAt: at, processState: state as unknown as Prisma.InputJsonValue }],
        skipDuplicates: true,
      });
      if (count === 0) continue;
      const workflowId = callSeriesWorkflowId(id);
      await enqueueStart(tx, { workflowId, name: 'callSeries', input: { v: 1, state }, at });
      toKick(workflowId);
    }
  });
}
