import type { Database } from '../../ports/database.js';
import type { Outcome } from '../../ports/outcome.js';
import type { Vault } from '../../ports/vault.js';
import type { AccessTokens, ServiceManners } from '../http/call-service.js';
import { after, done, refused, retry } from '../http/outcomes.js';
import type { NationBuilderSettings } from './nationbuilder-settings.js';
import { requestTokens } from './oauth-request.js';
import { lockTokens, readTokens, type StoredTokens, writeTokens } from './oauth-store.js';

/** Renewed this long before the end, in ms. */
const EARLY = 5 * 60_000;

export interface TokenDeps {
  settings: NationBuilderSettings;
  manners: ServiceManners;
  db: Database;
  vault: Vault;
}

/**
 * Tokens shared by all processes. A refresh token serves once, so one refresher works at a time: under a lock, and
 * the new refresh token is stored in the transaction that used the old one. Who waited finds the new one there.
 */
export function createNationBuilderTokens({ settings, manners, db, vault }: TokenDeps): AccessTokens {
  const { time } = manners;
  let kept: StoredTokens | null = null;
  let renewing: Promise<Outcome<string>> | null = null;
  const fresh = (tokens: StoredTokens) => tokens.expiresAt - EARLY > time.now();

  function keep(tokens: StoredTokens): Outcome<string> {
    kept = tokens;
    return done(tokens.accessToken);
  }

  async function renewLocked(stale: string): Promise<Outcome<string>> {
    const renewed = await db.$transaction(
      async (tx): Promise<Outcome<StoredTokens>> => {
        await lockTokens(tx);
        const row = await readTokens(tx, vault);
        if (!row) return refused('not-connected');
        if (row.accessToken !== stale && fresh(row)) return done(row);
        const grant = { grant_type: 'refresh_token', refresh_token: row.refreshToken } as const;
        return after(await requestTokens(settings, manners, grant), async (tokens) => {
          await writeTokens(tx, vault, tokens, time.now());
          return done(tokens);
        });
      },
      { maxWait: 10_000, timeout: 40_000 },
    );
    return after(renewed, keep);
  }

  async function guarded(work: () => Promise<Outcome<string>>): Promise<Outcome<string>> {
    try {
      return await work();
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      manners.log.error({ call: 'nationbuilder.token', name }, 'stored tokens can’t be used');
      return retry('tokens-unavailable', time.now() + 30_000);
    }
  }

  return {
    async current() {
      if (kept && fresh(kept)) return done(kept.accessToken);
      return guarded(async () => {
        const row = await readTokens(db, vault);
        if (!row) return refused('not-connected');
        return fresh(row) ? keep(row) : this.renew(row.accessToken);
      });
    },
    async renew(stale) {
      if (kept && kept.accessToken !== stale && fresh(kept)) return done(kept.accessToken);
      kept = null;
      renewing ??= guarded(() => renewLocked(stale)).finally(() => {
        renewing = null;
      });
      return renewing;
    },
  };
}
