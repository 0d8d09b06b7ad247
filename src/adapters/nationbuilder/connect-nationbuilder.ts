import type { Outcome } from '../../ports/outcome.js';
import { after, done } from '../http/outcomes.js';
import type { NationBuilderSettings } from './nationbuilder-settings.js';
import type { TokenDeps } from './nationbuilder-tokens.js';
import { requestTokens } from './oauth-request.js';
import { lockTokens, writeTokens } from './oauth-store.js';

/** Where an administrator of the nation lets this desk in; they come back to `redirectUri` with `?code=`. */
export function authorizeUrl(
  { url, clientId }: Pick<NationBuilderSettings, 'url' | 'clientId'>,
  { redirectUri, state }: { redirectUri: string; state: string },
): string {
  const address = new URL(`${url}/oauth/authorize`);
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
  }).toString();
  return address.href;
}

/** Changes the code, which lives ten minutes, into tokens and keeps them sealed, in place of older ones. */
export async function connectNationBuilder(
  { settings, manners, db, vault }: TokenDeps,
  { code, redirectUri }: { code: string; redirectUri: string },
): Promise<Outcome<null>> {
  const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri } as const;
  return after(await requestTokens(settings, manners, grant), async (tokens) => {
    await db.$transaction(async (tx) => {
      await lockTokens(tx);
      await writeTokens(tx, vault, tokens, manners.time.now());
    });
    return done(null);
  });
}
