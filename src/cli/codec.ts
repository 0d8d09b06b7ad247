import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { parseKeyRing } from '../adapters/crypto/key-ring.js';
import { resolveKeys } from '../adapters/kms/resolve-keys.js';
import { startCodecServer } from '../adapters/temporal/codec/codec-server.js';
import { createEncryptionCodec } from '../adapters/temporal/codec/encryption-codec.js';
import { commandConfig } from './connect.js';
import { print, tell } from './say.js';

/**
 * `desk codec <workflow id>`: while it runs, Temporal's own tools can read what is kept there of that workflow: ids and
 * codes, among them what each activity recorded and what each timer waits for.
 */
export async function codec(workflowId: string): Promise<number> {
  const config = commandConfig();
  const { temporal } = config;
  const encryptionKeys = await resolveKeys(config.encryptionKeys, config.services.KMS);
  const { address, namespace } = temporal;
  const token = randomBytes(24).toString('hex');
  const opener = createEncryptionCodec({ keyRing: parseKeyRing(encryptionKeys), namespace });
  const server = await startCodecServer({ codec: opener, namespace, workflowId, token });
  print(
    `temporal workflow show --detailed --address ${address} --namespace ${namespace} --workflow-id ${workflowId} ` +
      `--codec-endpoint ${server.url} --codec-auth ${token}`,
  );
  tell('Opens the payloads of this workflow until you press Ctrl-C.');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
  return 0;
}
