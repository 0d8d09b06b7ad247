import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A key store that speaks the transit engine's API as Vault and OpenBao document it: enough for the desk, in memory. */
export interface TransitServer {
  url: string;
  token: string;
  /** Answers that are given instead of the next ones. */
  fail(...statuses: number[]): void;
  /** A new version of the key; the older ones still open. */
  rotate(): void;
  /** Versions below are opened no more. */
  setOldest(version: number): void;
  /** Tokens of AppRole lapse. */
  expireTokens(): void;
  asked: string[];
  close(): Promise<void>;
}

export async function startTransitServer({
  key,
  mount = 'transit',
}: {
  key: string;
  mount?: string;
}): Promise<TransitServer> {
  const keys = [randomBytes(32)];
  const token = `hvs.${randomBytes(12).toString('hex')}`;
  const given = new Set([token]);
  let failures: number[] = [];
  let oldest = 1;
  const asked: string[] = [];

  const seal = (plain: Buffer, context: string) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keys.at(-1) as Buffer, nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
    return `vault:v${keys.length}:${Buffer.concat([body, cipher.getAuthTag()]).toString('base64')}`;
  };
  const open = (ciphertext: string, context: string): Buffer | null => {
    const [, version = '', body = ''] = /^vault:v(\d+):(.+)$/.exec(ciphertext) ?? [];
    const wrapping = keys[Number(version) - 1];
    if (!wrapping || Number(version) < oldest) return null;
    const bytes = Buffer.from(body, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', wrapping, bytes.subarray(0, 12))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    } catch {
      return null;
    }
  };

  const server = createServer(async (req, res) => {
    const say = (status: number, body: object) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const path = (req.url ?? '').replace('/v1/', '');
    asked.push(`${req.method} ${path}`);
    const failure = failures.shift();
    if (failure) return say(failure, { errors: ['failed'] });
    const body = req.method === 'POST' ? ((await json(req)) as Record<string, string>) : {};
    if (path === 'auth/approle/login') {
      if (body.role_id !== 'role' || body.secret_id !== 'secret')
        return say(400, { errors: ['invalid role'] });
      const fresh = `hvs.${randomBytes(12).toString('hex')}`;
      given.add(fresh);
      return say(200, { auth: { client_token: fresh, lease_duration: 3_600, renewable: true } });
    }
    if (!given.has(String(req.headers['x-vault-token']))) return say(403, { errors: ['permission denied'] });
    if (path === `${mount}/keys/${key}`) {
      return say(200, { data: { name: key, latest_version: keys.length, min_decryption_version: oldest } });
    }
    const [, act, name] = /^(\w+)\/([\w.-]+)$/.exec(path.replace(`${mount}/`, '')) ?? [];
    if (name !== key) return say(400, { errors: ['encryption key not found'] });
    if (act === 'encrypt')
      return say(200, {
        data: { ciphertext: seal(Buffer.from(body.plaintext ?? '', 'base64'), body.context ?? '') },
      });
    const plain = open(body.ciphertext ?? '', body.context ?? '');
    if (!plain) return say(400, { errors: ['invalid ciphertext'] });
    if (act === 'decrypt') return say(200, { data: { plaintext: plain.toString('base64') } });
    return say(200, { data: { ciphertext: seal(plain, body.context ?? ''), key_version: keys.length } });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    asked,
    fail: (...statuses) => {
      failures = statuses;
    },
    rotate: () => void keys.push(randomBytes(32)),
    setOldest: (version) => {
      oldest = version;
    },
    expireTokens: () => given.clear(),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
