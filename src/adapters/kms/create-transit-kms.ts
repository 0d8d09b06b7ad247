import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Kms, KmsError } from '../../ports/kms.js';
import type { KmsSettings } from './kms-settings.js';

const CIPHERTEXT = z
  .string()
  .regex(/^[\w-]+:v\d+:[A-Za-z0-9+/=]+$/)
  .max(4_096);
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

/**
 * The transit engine of Vault, OpenBao and what speaks as they do: encrypt, decrypt and rewrap with a context, by token or
 * AppRole. What may go better later is asked again for a while; there is no other way to a key.
 */
export function createTransitKms(settings: KmsSettings): Kms {
  let token = 'token' in settings.login ? settings.login.token : null;
  const contextOf = (id: string) => Buffer.from(`ta-desk/${id}`).toString('base64');

  return {
    async wrap(id, key) {
      const { ciphertext } = await ask(
        'POST',
        `encrypt/${settings.key}`,
        { plaintext: Buffer.from(key).toString('base64'), context: contextOf(id) },
        z.object({ ciphertext: CIPHERTEXT }),
      );
      return ciphertext;
    },
    async unwrap(id, wrapped) {
      const { plaintext } = await ask(
        'POST',
        `decrypt/${settings.key}`,
        { ciphertext: wrapped, context: contextOf(id) },
        z.object({ plaintext: z.base64().max(4_096) }),
      );
      return Uint8Array.from(Buffer.from(plaintext, 'base64'));
    },
    async rewrap(id, wrapped) {
      const { ciphertext } = await ask(
        'POST',
        `rewrap/${settings.key}`,
        { ciphertext: wrapped, context: contextOf(id) },
        z.object({ ciphertext: CIPHERTEXT }),
      );
      return ciphertext;
    },
    async versions() {
      const told = z.object({ latest_version: z.int(), min_decryption_version: z.int() });
      const { latest_version, min_decryption_version } = await ask('GET', `keys/${settings.key}`, null, told);
      return { newest: latest_version, oldest: Math.max(1, min_decryption_version) };
    },
  };

  async function ask<T>(method: string, path: string, body: object | null, data: z.ZodType<T>): Promise<T> {
    let waited = 0;
    for (let wait = FIRST_WAIT_MS, renewed = false; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        token ??= await login();
        return await once(method, `${settings.mount}/${path}`, body, {
          token,
          answer: z.object({ data }),
        }).then((answer) => answer.data);
      } catch (error) {
        if (!(error instanceof KmsError)) throw error;
        // A token that lapsed; one that was given by hand can't be had anew.
        if (error.code === 'refused' && !('token' in settings.login) && !renewed) {
          renewed = true;
          token = null;
          continue;
        }
        if (error.code !== 'unavailable' || waited + wait > settings.patienceMs) throw error;
        await pause(wait);
        waited += wait;
      }
    }
  }

  async function login(): Promise<string> {
    if ('token' in settings.login) return settings.login.token;
    const { roleId: role_id, secretId: secret_id } = settings.login;
    const answer = z.object({ auth: z.object({ client_token: z.string().min(1).max(4_096) }) });
    const { auth } = await once(
      'POST',
      'auth/approle/login',
      { role_id, secret_id },
      { token: null, answer },
    );
    return auth.client_token;
  }

  async function once<T>(
    method: string,
    path: string,
    body: object | null,
    { token: as, answer }: { token: string | null; answer: z.ZodType<T> },
  ): Promise<T> {
    const response = await fetch(`${settings.url}/v1/${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(settings.timeoutMs),
      headers: {
        ...(as === null ? {} : { 'x-vault-token': as }),
        ...(settings.namespace === null ? {} : { 'x-vault-namespace': settings.namespace }),
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    }).catch(() => null);
    if (!response || response.status === 429 || response.status >= 500) {
      await response?.body?.cancel().catch(() => undefined);
      throw new KmsError('unavailable', 'The key store does not answer, or is sealed');
    }
    if (!response.ok) {
      await response.body?.cancel().catch(() => undefined);
      throw new KmsError('refused', `The key store refuses (${response.status})`);
    }
    const read = answer.safeParse(await response.json().catch(() => null));
    if (!read.success) throw new KmsError('malformed', 'The key store answers otherwise than it should');
    return read.data;
  }
}
