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

/** The headers with which that person calls the API from a page of ours. */
export async function headersOf(desk: TestDesk, email: string): Promise<Record<string, string>> {
  const session = await cookiesOf(desk, email);
  const page = await fetch(`${desk.url}/sign-out`, { headers: { cookie: session } });
  const cookies = [session, ...page.headers.getSetCookie().map((line) => line.split(';')[0])];
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1];
  return { cookie: cookies.join('; '), 'x-csrf-token': token ?? '' };
}
