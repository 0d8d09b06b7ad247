import { describe, expect, test } from '@jest/globals';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { parseKeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { createEncryptionCodec } from '../../../src/adapters/temporal/codec/encryption-codec.js';

const OLD = `old:${Buffer.alloc(32, 1).toString('base64')}`;
const NEW = `new:${Buffer.alloc(32, 2).toString('base64')}`;
const codecWith = (keys: string, namespace = 'default') =>
  createEncryptionCodec({ keyRing: parseKeyRing(keys), namespace });

const REQUEST = { type: 'workflow', namespace: 'default', workflowId: 'ta-request/r1/1' } as const;
const ACTIVITY = { ...REQUEST, type: 'activity', isLocal: false, activityId: '7' } as const;
const payloadOf = (value: unknown) => defaultPayloadConverter.toPayload(value, undefined) as Payload;
const codec = codecWith(OLD);
const [sealed] = (await codec.encode([payloadOf({ id: 'CANARY' })], REQUEST)) as [Payload];

describe('what goes to Temporal', () => {
  test.each([
    ['an object', { id: 'CANARY' }],
    ['nothing at all', undefined],
    ['null', null],
    ['bytes', new Uint8Array([1, 2])],
  ])('%s is encrypted and comes back as it was', async (_name, value) => {
    const encoded = (await codec.encode([payloadOf(value)], REQUEST)) as [Payload];
    expect(Buffer.from(encoded[0].metadata?.encoding ?? []).toString()).toBe('binary/encrypted');
    expect(Buffer.from(encoded[0].data ?? []).includes('CANARY')).toBe(false);
    const [decoded] = (await codec.decode(encoded, REQUEST)) as [Payload];
    expect(defaultPayloadConverter.fromPayload(decoded, undefined)).toEqual(value);
  });

  test('an activity reads what its workflow wrote, and the other way round', async () => {
    await expect(codec.decode([sealed], ACTIVITY)).resolves.toHaveLength(1);
  });
});

describe('what comes from Temporal is not believed', () => {
  test.each([
    ['plaintext', payloadOf({ id: 'forged' })],
    ['an empty plaintext', payloadOf(undefined)],
    ['a payload without metadata', { data: new Uint8Array([1]) }],
  ])('%s', async (_name, payload) => {
    await expect(codec.decode([payload], REQUEST)).rejects.toMatchObject({ code: 'plaintext-refused' });
  });

  test.each([
    ['of another workflow', { ...REQUEST, workflowId: 'ta-request/r2/1' }],
    ['without a workflow', undefined],
  ])('a payload in the place %s', async (_name, context) => {
    await expect(codec.decode([sealed], context)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('a payload of another namespace', async () => {
    await expect(codecWith(OLD, 'rehearsal').decode([sealed], REQUEST)).rejects.toMatchObject({
      code: 'damaged',
    });
  });

  test('a changed payload, and one under the name of another key', async () => {
    const data = Uint8Array.from(sealed.data ?? [], (byte, at) => (at === 40 ? byte ^ 1 : byte));
    await expect(codec.decode([{ ...sealed, data }], REQUEST)).rejects.toMatchObject({ code: 'damaged' });
    const metadata = { ...sealed.metadata, 'encryption-key-id': Buffer.from('new') };
    await expect(codecWith(`${NEW},${OLD}`).decode([{ ...sealed, metadata }], REQUEST)).rejects.toMatchObject(
      { code: 'damaged' },
    );
  });
});

test('rotation: histories under an old key are read as long as the ring keeps it', async () => {
  await expect(codecWith(`${NEW},${OLD}`).decode([sealed], REQUEST)).resolves.toHaveLength(1);
  await expect(codecWith(NEW).decode([sealed], REQUEST)).rejects.toMatchObject({ code: 'unknown-key' });
});
