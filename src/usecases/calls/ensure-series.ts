import type { Prisma } from '../../adapters/database/generated/client.js';
import { openSeries } from '../../domain/calls/decide-series.js';
import { callSeriesWorkflowId } from '../../domain/calls/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { recording } from '../recording.js';

/** Every series of the program has its process: called at each start, does nothing the second time. */
export async function ensureSeries(services: RecordServices): Promise<void> {
  await recording(services, async (rec) => {
    const { tx, at } = rec;
    for (const { id, planAheadDays } of services.programs.current().program.callSeries) {
      const state = openSeries(id, at.toISOString(), planAheadDays);
      const { count } = await tx.callSeries.createMany({
        data: [{ id, createdAt: at, nextDueAt: at, processState: state as unknown as Prisma.InputJsonValue }],
        skipDuplicates: true,
      });
      if (count === 0) continue;
      const workflowId = callSeriesWorkflowId(id);
      rec.outbox.start('callSeries', workflowId, { v: 1, state });
    }
  });
}
