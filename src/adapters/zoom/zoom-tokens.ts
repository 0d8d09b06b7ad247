import type { Outcome } from '../../ports/outcome.js';
import { type AccessTokens, callService, type ServiceManners } from '../http/call-service.js';
import { after, done } from '../http/outcomes.js';
import { createRateLimiter } from '../http/rate-limiter.js';
import { zoomToken } from './zoom-schemas.js';
import type { ZoomSettings } from './zoom-settings.js';

/** Renewed this long before its end, in ms. */
const EARLY = 60_000;

/** The account's token (server-to-server): kept until its end, asked for by one caller at a time. */
export function createZoomTokens(settings: ZoomSettings, manners: ServiceManners): AccessTokens {
  const { accountId, clientId, clientSecret, tokenUrl } = settings;
  const limiter = createRateLimiter({ limit: 5, windowMs: 1_000 }, manners.time);
  let kept: { token: string; until: number } | null = null;
  let asking: Promise<Outcome<string>> | null = null;

  async function ask(): Promise<Outcome<string>> {
    const answer = await callService(
      {
        name: 'zoom.token',
        method: 'POST',
        url: new URL(tokenUrl),
        headers: {
          authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId }).toString(),
        answer: zoomToken,
        limiter,
        tokens: null,
        repeatable: true,
      },
      { ...manners, refusalOf: () => 'bad-credentials' },
    );
    return after(answer, ({ access_token, expires_in }) => {
      kept = { token: access_token, until: manners.time.now() + expires_in * 1000 - EARLY };
      return done(access_token);
    });
  }

  function askOnce(): Promise<Outcome<string>> {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  return {
    async current() {
      return kept && kept.until > manners.time.now() ? done(kept.token) : askOnce();
    },
    async renew(stale) {
      if (kept?.token === stale) kept = null;
      return this.current();
    },
  };
}
