import { randomBytes } from 'node:crypto';
import { authorizeUrl, connectNationBuilder } from '../adapters/nationbuilder/connect-nationbuilder.js';
import { nationBuilderManners } from '../adapters/nationbuilder/nationbuilder-client.js';
import { nationBuilderSettings } from '../adapters/nationbuilder/nationbuilder-settings.js';
import { CannotRun, withServices } from './connect.js';
import { print, tell } from './say.js';

const WHY: Record<string, string> = {
  'reconnect-needed':
    'The code is wrong, was used before, or is older than ten minutes. Open the address again.',
  'bad-credentials':
    'The nation knows no such application: check NATIONBUILDER_CLIENT_ID and _CLIENT_SECRET.',
};

/** `ta-desk connect nationbuilder`: prints the address to open; with the code from there, keeps the tokens. */
export async function connectNation({ code }: { code?: string }): Promise<number> {
  return withServices(async ({ services }, config) => {
    const settings = nationBuilderSettings(config.services.NATIONBUILDER);
    if (!settings)
      throw new CannotRun('NATIONBUILDER_* is not set; docs/integrations.md says where to find it.');
    const redirectUri = settings.redirectUri ?? config.appUrl;
    if (code === undefined) {
      print(authorizeUrl(settings, { redirectUri, state: randomBytes(16).toString('base64url') }));
      tell(
        'Open this as an administrator of the nation and allow it. The page you come back to has ?code=… in its',
      );
      tell('address: run this command again with --code and that text, within ten minutes.');
      return 0;
    }
    const deps = { settings, db: services.db, vault: services.vault, log: services.log };
    const connected = await connectNationBuilder(
      { ...deps, manners: nationBuilderManners(deps) },
      { code, redirectUri },
    );
    if (connected.outcome === 'done') {
      tell('Connected. From now on the desk renews its permission by itself.');
      return 0;
    }
    tell(
      WHY[connected.code] ?? `The nation does not answer as it should (${connected.code}). Try again later.`,
    );
    return 1;
  });
}
