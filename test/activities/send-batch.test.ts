import { expect, test } from '@jest/globals';
import { sendBatch } from '../../src/activities/calls/send-batch.js';
import type { RecordServices } from '../../src/ports/services.js';

test('each mail of a batch waits for its turn before anything is done about it', async () => {
  const rows = ['a', 'b', 'c'].map((id) => ({
    id,
    kind: 'registration-approved',
    aboutId: null,
    to: ['a@x.example'],
    collectedFor: [],
  }));
  const settled: string[] = [];
  const turns: (() => void)[] = [];
  const services = {
    db: {
      message: {
        findMany: async () => rows.splice(0),
        // None can be rendered here, so each ends as failed.
        updateMany: async ({ where }: { where: { id: string } }) => {
          settled.push(where.id);
          return { count: 1 };
        },
      },
    },
    mail: { pace: () => new Promise<void>((resolve) => turns.push(resolve)) },
  } as unknown as RecordServices;

  const sending = sendBatch(services, { batchId: 'batch', sentAt: new Date(0), onSent: () => undefined });
  const settles = () => new Promise((resolve) => setImmediate(resolve));
  await settles();
  expect([turns.length, settled]).toEqual([3, []]);
  turns[0]?.();
  await settles();
  expect(settled).toEqual(['a']);
  for (const turn of turns.slice(1)) turn();
  expect(await sending).toEqual({ sent: 0, putOff: 0 });
  expect(settled).toEqual(['a', 'b', 'c']);
});
