import { createSignInLinks } from '../../src/adapters/auth/sign-in-links.js';
import type { TestDesk } from './desk.js';

/** The Cookie header of a browser in which the owner of this address has signed in. */
export async function cookiesOf({ config, wired }: TestDesk, email: string): Promise<string> {
  const { appUrl, appSecret } = config;
  const auth = createSignInLinks({
    db: wired.services.db,
    appUrl,
    appSecret,
    deliver: async () => undefined,
  });
  const used = await auth.use(await auth.make({ email, validMs: 60_000 }));
  return (used?.setCookies ?? []).map((line) => line.split(';')[0]).join('; ');
}
