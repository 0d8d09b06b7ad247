import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload } from '@temporalio/common';
import { parseKeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { type CodecServer, startCodecServer } from '../../../src/adapters/temporal/codec/codec-server.js';
import { createEncryptionCodec } from '../../../src/adapters/temporal/codec/encryption-codec.js';

const keyRing = parseKeyRing(`k1:${randomBytes(32).toString('base64')}`);
const codec = createEncryptionCodec({ keyRing, namespace: 'desk' });
const [ours, others] = ['ta-request/1/1', 'ta-request/2/1'];
let server: CodecServer;

beforeAll(async () => {
  server = await startCodecServer({ codec, namespace: 'desk', workflowId: ours, token: 'let-me' });
});
afterAll(() => server.close());

const base64 = (bytes: Uint8Array | string | null | undefined) => Buffer.from(bytes ?? '').toString('base64');
const plain: Payload = {
  metadata: { encoding: Buffer.from('json/plain') },
  data: Buffer.from('"escalation"'),
};

/** As Temporal's command line tool sends what it found in a history. */
async function sealed(workflowId: string): Promise<string> {
  const context = { type: 'workflow', namespace: 'desk', workflowId } as const;
  const payloads = (await codec.encode([plain], context)).map(({ metadata, data }) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)]),
    ),
    data: base64(data),
  }));
  return JSON.stringify({ payloads });
}

const decode = (body: string, { token = 'let-me', path = '/decode' } = {}) =>
  fetch(`${server.url}${path}`, { method: 'POST', headers: { authorization: token }, body });

test('opens what is kept of its workflow', async () => {
  const answer = await decode(await sealed(ours));
  expect(await answer.json()).toEqual({
    payloads: [{ metadata: { encoding: base64('json/plain') }, data: base64('"escalation"') }],
  });
});

test.each<[string, () => Promise<string>, object, number]>([
  ['another workflow', () => sealed(others), {}, 400],
  ['what is not encrypted', async () => JSON.stringify({ payloads: [{ data: base64('x') }] }), {}, 400],
  ['no JSON', async () => '{', {}, 400],
  ['whoever has not its token', () => sealed(ours), { token: 'let-us' }, 401],
  ['sealing', () => sealed(ours), { path: '/encode' }, 404],
])('refuses %s', async (_what, body, options, status) => {
  const answer = await decode(await body(), options);
  expect([answer.status, await answer.text()]).toEqual([status, '']);
});
