import { createVisitor } from './form-visitor.js';
import type { TestApp } from './test-app.js';

/** A browser signed in as this address, with the form token scripts send as a header. */
export async function signedIn(app: TestApp, email: string) {
  const token = await app.deps.auth.make({ email, validMs: 60_000 });
  const visitor = createVisitor(app);
  visitor.adopt((await app.deps.auth.use(token))?.setCookies ?? []);
  const page = await (await visitor.open('/sign-out')).text();
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const send = (method: string, path: string, body?: unknown) =>
    app.call(path, { method, body, headers: { cookie: visitor.cookie(), 'x-csrf-token': csrf } });
  return {
    call: (path: string, body?: unknown, headers: Record<string, string> = { 'x-csrf-token': csrf }) =>
      app.call(path, { body, headers: { cookie: visitor.cookie(), ...headers } }),
    delete: (path: string) => send('DELETE', path),
    send,
    cookies: () => visitor.cookie().split('; '),
  };
}
