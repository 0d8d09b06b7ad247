import { z } from 'zod';
import type { Outcome } from '../../ports/outcome.js';
import { callService, type ServiceManners } from '../http/call-service.js';
import { after, done } from '../http/outcomes.js';
import { createRateLimiter } from '../http/rate-limiter.js';
import type { NationBuilderSettings } from './nationbuilder-settings.js';
import type { StoredTokens } from './oauth-store.js';
import { oauthAnswer } from './signup-schemas.js';

const failure = z.object({ error: z.string() });

/** Short: the row's lock is held meanwhile. */
const PATIENCE = { attempts: 2, longestWait: 2_000, timeout: 8_000 };

/** Asks the nation for tokens, by a code a person brought or by the last refresh token. */
export async function requestTokens(
  settings: NationBuilderSettings,
  manners: ServiceManners,
  grant:
    | { grant_type: 'refresh_token'; refresh_token: string }
    | { grant_type: 'authorization_code'; code: string; redirect_uri: string },
): Promise<Outcome<StoredTokens>> {
  const answer = await callService(
    {
      name: 'nationbuilder.token',
      method: 'POST',
      url: new URL(`${settings.url}/oauth/token`),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...grant, client_id: settings.clientId, client_secret: settings.clientSecret }),
      answer: oauthAnswer,
      limiter: createRateLimiter({ limit: 1, windowMs: 1 }, manners.time),
      tokens: null,
      // Whether the nation took it is unknown when the answer is lost; a used one is refused, and somebody told.
      repeatable: true,
    },
    { ...manners, patience: PATIENCE, refusalOf: ({ body }) => codeOf(body) },
  );
  return after(answer, ({ access_token, refresh_token, expires_in }) =>
    done({
      accessToken: access_token,
      refreshToken: refresh_token ?? (grant.grant_type === 'refresh_token' ? grant.refresh_token : ''),
      expiresAt: manners.time.now() + expires_in * 1000,
    }),
  );
}

/** A used or withdrawn grant needs a person; anything else is our settings. */
function codeOf(body: unknown): string {
  return failure.safeParse(body).data?.error === 'invalid_grant' ? 'reconnect-needed' : 'bad-credentials';
}
