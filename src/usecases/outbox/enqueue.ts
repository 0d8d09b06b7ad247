import type { Prisma } from '../../adapters/database/generated/client.js';
import type { Transaction } from '../../ports/database.js';

/** Names of the workflows an outbox row may start. */
export type StartName =
  | 'taRequest'
  | 'mailDelivery'
  | 'submissionExpiry'
  | 'callSeries'
  | 'callCycle'
  | 'bulkMail'
  | 'zoomMeeting'
  | 'zoomAttendance'
  | 'contactPush'
  | 'contactPoll'
  | 'contactRead';

/** "Start X" in the same transaction as what it is about. Arguments hold ids and codes only. */
export async function enqueueStart(
  tx: Transaction,
  args: { workflowId: string; name: StartName; input: object; at: Date },
): Promise<void> {
  await tx.outbox.create({
    data: {
      workflowId: args.workflowId,
      kind: 'start',
      name: args.name,
      payload: [args.input] as unknown as Prisma.InputJsonValue,
      createdAt: args.at,
    },
  });
}

/** "Signal X"; delivered after everything written for that workflow before. */
export async function enqueueSignal(
  tx: Transaction,
  args: { workflowId: string; name: string; input: object; at: Date },
): Promise<void> {
  await tx.outbox.create({
    data: {
      workflowId: args.workflowId,
      kind: 'signal',
      name: args.name,
      payload: [args.input] as unknown as Prisma.InputJsonValue,
      createdAt: args.at,
    },
  });
}
