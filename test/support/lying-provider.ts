import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type FakeServer, startFakeServer } from './fake-service.js';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export interface Forged {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  /** Signed by another key than the one it names. */
  otherKey?: boolean;
  unsigned?: boolean;
}

/** A server that speaks as an OpenID provider does and gives out whatever ID token a test forges. */
export async function startLyingProvider(): Promise<
  FakeServer & { forge: (token: Forged) => void; nonce: (nonce: string) => void }
> {
  const [mine, others] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  if (!mine || !others) throw new Error('no keys');
  let forged: Forged = {};
  let nonce = '';
  const tokenOf = () => {
    const seconds = Math.floor(Date.now() / 1000);
    const head = part({ alg: 'RS256', kid: 'one', typ: 'JWT', ...forged.header });
    const body = part({
      ...{ iss: server.url, aud: 'ta-desk', sub: 'subject-1', nonce, iat: seconds, exp: seconds + 300 },
      ...{ email: 'liar@legal-aid.example', email_verified: true },
      ...forged.claims,
    });
    const key: KeyObject = forged.otherKey ? others.privateKey : mine.privateKey;
    const mac = forged.unsigned
      ? ''
      : createSign('RSA-SHA256').update(`${head}.${body}`).sign(key).toString('base64url');
    return `${head}.${body}.${mac}`;
  };
  const server = await startFakeServer(({ path }) => {
    if (path === '/.well-known/openid-configuration')
      return {
        status: 200,
        body: {
          issuer: server.url,
          authorization_endpoint: `${server.url}/authorize`,
          token_endpoint: `${server.url}/token`,
          jwks_uri: `${server.url}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        },
      };
    if (path === '/keys')
      return {
        status: 200,
        body: {
          keys: [{ ...mine.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
        },
      };
    return {
      status: 200,
      body: { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: tokenOf() },
    };
  });
  return Object.assign(server, {
    forge: (token: Forged) => {
      forged = token;
    },
    nonce: (given: string) => {
      nonce = given;
    },
  });
}
