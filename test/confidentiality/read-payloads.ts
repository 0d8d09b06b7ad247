import type { DataConverter, Payload } from '@temporalio/common';
import type { WorkflowRun } from '../../src/adapters/temporal/read-runs.js';

/** Every payload of a run, decrypted, as text: arguments, results, failures with their messages and stacks. */
export async function readPayloads(run: WorkflowRun, { payloadCodecs }: DataConverter): Promise<string[]> {
  const codec = payloadCodecs?.[0];
  if (!codec) throw new Error('there is no codec to decrypt with');
  const context = { type: 'workflow', namespace: 'default', workflowId: run.workflowId } as const;
  const decoded = await codec.decode(payloadsIn(run.history), context);
  return decoded.map(({ data }) => Buffer.from(data ?? []).toString('utf8'));
}

/** Payloads anywhere in the JSON of a history: bytes are base64 there. */
function payloadsIn(value: unknown): Payload[] {
  if (typeof value !== 'object' || value === null) return [];
  const { metadata, data } = value as { metadata?: Record<string, string>; data?: string };
  if (typeof metadata?.encoding === 'string') {
    const bytes = Object.entries(metadata).map(([key, text]) => [key, Buffer.from(text, 'base64')]);
    return [{ metadata: Object.fromEntries(bytes), data: Buffer.from(data ?? '', 'base64') }];
  }
  return Object.values(value).flatMap(payloadsIn);
}
