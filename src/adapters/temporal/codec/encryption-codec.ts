import type { Payload, PayloadCodec } from '@temporalio/common';
// Default import: Node finds no named exports in this CommonJS package.
import proto from '@temporalio/proto';
import { boundTo, openWith, sealWith } from '../../crypto/aead.js';
import type { KeyRing } from '../../crypto/key-ring.js';
import { PayloadCodecError } from './codec-error.js';

type Context = Parameters<PayloadCodec['encode']>[1];

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;
const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';

/**
 * Encrypts every payload the SDK hands over, empty ones too, and refuses plaintext on the way back: nothing that
 * somebody without a key put into Temporal's store is believed.
 *
 * Bound as additional data: the namespace and the workflow id, so a payload moved to another workflow does not
 * open. Not the run id or activity id: continue-as-new, retries and resets hand payloads on. The namespace is
 * ours, from the configuration, and not the context's, which is always `default` when a history is replayed. The
 * SDK gives no workflow id for a failed workflow task, which nobody decodes; such a payload is bound to none and
 * opens nowhere else.
 *
 * The SDK encodes no headers and no search attributes, and the server none of its ids: keep them free of content.
 */
export function createEncryptionCodec({
  keyRing,
  namespace,
}: {
  keyRing: KeyRing;
  namespace: string;
}): PayloadCodec {
  const place = (keyId: string, context: Context) =>
    boundTo(
      'payload',
      keyId,
      namespace,
      context?.workflowId === undefined ? 'none' : 'workflow',
      context?.workflowId ?? '',
    );

  const encodeOne = (payload: Payload, context: Context): Payload => {
    const keyId = keyRing.currentId;
    const plain = PayloadMessage.encode(payload).finish();
    return {
      metadata: { encoding: Buffer.from(ENCODING), [KEY_ID]: Buffer.from(keyId) },
      data: sealWith(keyOf(keyRing, keyId), place(keyId, context), plain),
    };
  };

  const decodeOne = (payload: Payload, context: Context): Payload => {
    const { encoding, [KEY_ID]: keyIdBytes } = payload.metadata ?? {};
    if (toText(encoding) !== ENCODING) {
      throw new PayloadCodecError(
        'plaintext-refused',
        'A payload in Temporal is not encrypted; it was not put there by us',
      );
    }
    const keyId = toText(keyIdBytes);
    const key = keyOf(keyRing, keyId);
    try {
      return PayloadMessage.decode(openWith(key, place(keyId, context), payload.data ?? new Uint8Array()));
    } catch {
      throw new PayloadCodecError(
        'damaged',
        'A payload in Temporal was changed or belongs to another workflow',
      );
    }
  };

  return {
    encode: async (payloads, context) => payloads.map((payload) => encodeOne(payload, context)),
    decode: async (payloads, context) => payloads.map((payload) => decodeOne(payload, context)),
  };
}

const toText = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString('utf8');

function keyOf(ring: KeyRing, keyId: string): Buffer {
  const key = ring.derive(keyId, 'temporal-payload');
  if (key === undefined) {
    throw new PayloadCodecError(
      'unknown-key',
      'A payload in Temporal is under a key that ENCRYPTION_KEYS lacks',
    );
  }
  return key;
}
