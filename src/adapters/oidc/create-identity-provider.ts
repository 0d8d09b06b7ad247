import * as client from 'openid-client';
import type { IdentityProvider, ProviderTrouble } from '../../ports/identity-providers.js';
import type { Log } from '../../ports/log.js';
import { isLoopback } from '../host/is-loopback.js';
import type { ProviderSettings } from './oidc-settings.js';

const PATIENCE_SECONDS = 8;
/** What a provider says of itself is read anew each day. */
const FRESH_MS = 24 * 60 * 60_000;
const LONGEST_SUBJECT = 255;

/** Code flow with PKCE, state and nonce, by openid-client. What it says of itself is asked for at the first sign-in. */
export function createIdentityProvider(
  settings: ProviderSettings,
  { backTo, log }: { backTo: string; log: Log },
): IdentityProvider {
  const { id, name, kind, domains, clientId, clientSecret } = settings;
  const issuer = new URL(settings.issuer);
  let known: { at: number; configuration: Promise<client.Configuration> } | null = null;

  function configuration(): Promise<client.Configuration> {
    if (known && Date.now() - known.at < FRESH_MS) return known.configuration;
    const asked = client.discovery(issuer, clientId, clientSecret, undefined, {
      timeout: PATIENCE_SECONDS,
      // Only a provider of this very machine is spoken to without TLS.
      execute: [
        ...(isLoopback(issuer.hostname) ? [client.allowInsecureRequests] : []),
        // Without it the library takes the token's word for it where TLS brought it.
        client.enableNonRepudiationChecks,
      ],
    });
    const now = { at: Date.now(), configuration: asked };
    known = now;
    asked.catch(() => {
      if (known === now) known = null;
    });
    return asked;
  }

  /** Codes of the library and of the protocol; never what was sent. */
  function troubleOf(error: unknown): ProviderTrouble {
    if (error instanceof client.AuthorizationResponseError && error.error === 'access_denied')
      return 'declined';
    const code = codeOf(error);
    log.warn({ provider: id, code }, 'a sign-in by a provider failed');
    return isAway(error, code) ? 'away' : 'not-valid';
  }

  return {
    ...{ id, name, kind, domains },
    async begin() {
      const ask = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      try {
        const to = client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: backTo,
          scope: 'openid email profile',
          state: ask.state,
          nonce: ask.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(ask.verifier),
          code_challenge_method: 'S256',
          // On a shared computer nobody becomes whoever signed in there last.
          prompt: 'select_account',
        });
        return { to: to.href, ask };
      } catch (error) {
        troubleOf(error);
        return 'away';
      }
    },
    async finish(query, ask) {
      const current = new URL(backTo);
      current.search = query.toString();
      try {
        const tokens = await client.authorizationCodeGrant(await configuration(), current, {
          expectedState: ask.state,
          expectedNonce: ask.nonce,
          pkceCodeVerifier: ask.verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims || claims.sub.length > LONGEST_SUBJECT) return 'not-valid';
        return { subject: claims.sub, claims };
      } catch (error) {
        return troubleOf(error);
      }
    },
  };
}

const CODE = /^[\w.-]{1,60}$/;

function codeOf(error: unknown): string {
  const { code, error: said, name } = error as { code?: unknown; error?: unknown; name?: unknown };
  const found = [said, code, name].find((one) => typeof one === 'string' && CODE.test(one));
  return typeof found === 'string' ? found : 'unknown';
}

const AWAY = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'server_error',
  'temporarily_unavailable',
];

/** `fetch` throws a TypeError with a cause for what it can't reach. */
function isAway(error: unknown, code: string): boolean {
  const unreached = error instanceof TypeError && error.cause !== undefined && !('code' in error);
  return unreached || AWAY.includes(code);
}
