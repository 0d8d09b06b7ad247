import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import type { Actor, StaffRole } from '../../../../src/domain/people/actor.js';
import { startDesk, type TestDesk } from '../../../support/desk.js';

export type StaffUser = Extract<Actor, { kind: 'user' }>;
type Somebody = Pick<Extract<Actor, { kind: 'user' | 'person' }>, 'id' | 'email'>;

export interface Page {
  status: number;
  location: string | null;
  html: string;
}

/** The staff pages of a real desk, for people who are signed in as people are. */
export interface StaffSite {
  desk: TestDesk;
  url: string;
  person(name: string, role: StaffRole): Promise<StaffUser>;
  get(as: Actor, path: string): Promise<Page>;
  /** With the token of a page of theirs, unless the fields bring one. */
  post(
    as: Actor,
    path: string,
    form?: Record<string, string> | URLSearchParams | FormData,
    headers?: Record<string, string>,
  ): Promise<Page>;
  /** From now on this browser is theirs. */
  actAs(context: BrowserContext, who: Somebody): Promise<void>;
  close(): Promise<void>;
}

interface Visitor {
  cookies: Map<string, string>;
  csrf: string;
}

export async function startStaffSite(options: { startAt: string; series?: boolean }): Promise<StaffSite> {
  const desk = await startDesk(options);
  const { services } = desk.wired;
  const { url } = desk;
  const visitors = new Map<string, Promise<Visitor>>();

  async function arrive(email: string | null): Promise<Visitor> {
    const cookies = new Map<string, string>();
    if (email !== null) {
      const used = await desk.auth.use(await desk.auth.make({ email, validMs: 60_000 }));
      keep(cookies, used?.setCookies ?? []);
    }
    const page = await fetch(`${url}/sign-out`, { headers: { cookie: header(cookies) } });
    keep(cookies, page.headers.getSetCookie());
    return { cookies, csrf: hiddenOf(await page.text())._csrf ?? '' };
  }
  const visitorOf = (email: string | null): Promise<Visitor> => {
    const visitor = visitors.get(email ?? '') ?? arrive(email);
    visitors.set(email ?? '', visitor);
    return visitor;
  };
  const call = async (as: Actor, path: string, init: RequestInit = {}): Promise<Page> => {
    const { cookies, csrf } = await visitorOf('email' in as ? as.email : null);
    const { body } = init;
    if ((body instanceof URLSearchParams || body instanceof FormData) && !body.has('_csrf'))
      body.append('_csrf', csrf);
    const answer = await fetch(`${url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { cookie: header(cookies), accept: 'text/html', ...init.headers },
    });
    return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
  };
  return {
    desk,
    url,
    async person(name, role) {
      const id = randomUUID();
      const email = `${name.toLowerCase().replace(/\W+/g, '.')}@program.example`;
      await services.db.staff.create({ data: { id, name, email, role, createdAt: services.clock.now() } });
      return { kind: 'user', id, role, name, email };
    },
    get: (as, path) => call(as, path),
    post: (as, path, form = {}, headers = {}) =>
      call(as, path, {
        method: 'POST',
        headers,
        body: form instanceof FormData ? form : new URLSearchParams(form),
      }),
    async actAs(context, { email }) {
      const { cookies } = await visitorOf(email);
      await context.clearCookies();
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })));
    },
    close: () => desk.close(),
  };
}

function keep(cookies: Map<string, string>, lines: string[]): void {
  for (const line of lines) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    cookies.set(name, value);
  }
}

const header = (cookies: Map<string, string>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** The hidden inputs of a page's form. */
export function hiddenOf(html: string): Record<string, string> {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
}

/** What the error summary says, in order. */
export function summaryOf(html: string): string[] {
  const list = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
  return [...list.matchAll(/<li>\s*(?:<a[^>]*>)?([^<]+)/g)].map(([, text]) => (text ?? '').trim());
}
