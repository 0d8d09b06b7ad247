import { expect, test } from '@jest/globals';
import { refuse } from '../../src/domain/result.js';
import type { OutboxRow } from '../../src/ports/engine.js';
import type { Services } from '../../src/ports/services.js';
import { sendCommand } from '../../src/usecases/send-command.js';

const workflowId = 'ta-request/1/1';
const start = { id: 1n, workflowId, kind: 'start', name: 'taRequest', payload: [], attempts: 0 };

/** An engine that knows the process once its start was delivered. */
function services(undelivered: OutboxRow[]) {
  const delivered: OutboxRow[] = [];
  const asked: string[] = [];
  const parts: object = {
    clock: { now: () => new Date('2026-11-02T18:00:00.000Z') },
    db: { outbox: { findMany: async () => undelivered.filter((row) => !delivered.includes(row)) } },
    relay: { deliver: async (rows: OutboxRow[]) => void delivered.push(...rows) },
    processes: {
      decide: async (id: string) => {
        asked.push(id);
        return delivered.length > 0 ? { outcome: 'done', result: { seq: 2 } } : { outcome: 'ended' };
      },
    },
  };
  return { parts: parts as Services, delivered, asked };
}

const sending = {
  actor: { kind: 'system' },
  command: { kind: 'close' },
  commandId: 'c-1',
  workflowId,
  whenEnded: refuse('call-over'),
} as const;

test('a process whose start waits in the outbox is begun, and asked again', async () => {
  const { parts, delivered, asked } = services([start]);
  expect(await sendCommand(parts, sending)).toEqual({ ok: true, value: null });
  expect([delivered, asked]).toEqual([[start], [workflowId, workflowId]]);
});

test('one that waits for nothing has ended', async () => {
  const { parts, asked } = services([]);
  expect(await sendCommand(parts, sending)).toEqual(sending.whenEnded);
  expect(asked).toEqual([workflowId]);
});
