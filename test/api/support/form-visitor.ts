import type { TestApp } from './test-app.js';

/** Somebody with a browser: keeps cookies, and sends each form with the token its page carried. */
export function createVisitor(app: TestApp) {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    return response;
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    async open(path: string): Promise<Response> {
      return keep(await app.call(path, { headers: { cookie: cookie() } }));
    },
    async send(path: string, fields: Record<string, string>, cookies?: string): Promise<Response> {
      const page = await (await this.open(path)).text();
      const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      return keep(
        await app.call(path, {
          method: 'POST',
          body: new URLSearchParams({ ...fields, _csrf: csrf }).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookies ?? cookie() },
        }),
      );
    },
    /** Opens the page, and sends it when the session is over. */
    async sendLate(path: string, fields: Record<string, string>): Promise<Response> {
      return this.send(path, fields, 'no-session=1');
    },
    /** Takes over cookies from elsewhere, e.g. of a used sign-in link. */
    adopt(setCookies: string[]): void {
      for (const line of setCookies) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
        jar.set(name, value);
      }
    },
    cookie,
  };
}
