import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { StaffRole } from '../../../src/domain/people/actor.js';
import type { IdentityProvider } from '../../../src/ports/identity-providers.js';
import { createVisitor } from '../support/form-visitor.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** A desk that asks its staff for a second factor, and one that offers it. */
export let app: TestApp;
export let offered: TestApp;

export async function startSites(): Promise<void> {
  app = await startSite('required');
  offered = await startSite('offered');
}

export const startSite = (
  secondFactor: 'required' | 'offered',
  appUrl = 'http://desk.test',
  providers: readonly IdentityProvider[] = [],
): Promise<TestApp> =>
  startTestApp({
    providers,
    config: {
      ...{
        appUrl,
        appSecret: 'second-factor'.repeat(4),
        production: false,
        mode: 'start',
      },
      ...{ host: null, secondFactor, sessions: { idleMinutes: 120, hours: 12 } },
    },
  });

let people = 0;
/** Somebody of the staff whom nobody else's test knows. */
export async function newColleague(role: StaffRole = 'attorney', desk = app) {
  people += 1;
  const email = `${role}-${people}@desk.example`;
  const id = randomUUID();
  await desk.services.db.staff.create({
    data: { id, email, name: `N${people}`, role, createdAt: new Date() },
  });
  return { id, email, ref: `user:${id}` };
}

export type Visitor = Awaited<ReturnType<typeof byLink>>;

/** A browser in which somebody has used a link, and done nothing else. */
export async function byLink(email: string, desk = app) {
  const visitor = createVisitor(desk);
  const token = await desk.deps.auth.make({ email, validMs: 60_000 });
  visitor.adopt((await desk.deps.auth.use(token))?.setCookies ?? []);
  return visitor;
}

/** Steps of thirty seconds from now: an app's code counts one early or late. */
export const codeOf = (secret: string, steps = 0): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + steps * 30_000 });

export const wrongCode = (secret: string): string => {
  const right = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps));
  return (
    ['000000', '111111', '222222', '333333', '444444', '555555'].find((one) => !right.includes(one)) ?? ''
  );
};

/** Sets up an app in this browser: its key, and the recovery codes. */
export async function setUpApp(visitor: Visitor, page = '/sign-in/set-up', desk = app) {
  const html = await (await visitor.open(page)).text();
  const key = /<code class="desk-key">([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]?.replaceAll(' ', '') ?? '';
  const answer = await visitor.send(page, { way: 'code', code: codeOf(key) });
  // As if that had been a while ago: the code of now may be typed again, whenever its thirty seconds end.
  await desk.services.db.appFactor.updateMany({ data: { lastStep: 0 } });
  const codes = [...(await answer.text()).matchAll(/<code class="desk-key">([a-z2-9-]+)<\/code>/g)];
  return { key, codes: codes.map(([, code = '']) => code), status: answer.status };
}

/** Whoever has both: signed in, all the way. */
export async function allTheWay(role: StaffRole = 'attorney', desk = app) {
  const who = await newColleague(role, desk);
  const visitor = await byLink(who.email, desk);
  return { ...who, visitor, ...(await setUpApp(visitor, '/sign-in/set-up', desk)) };
}

export const goesTo = (answer: Response) => answer.headers.get('location');

/** Sends a form as the page that has this HTML would. */
export async function post(visitor: Visitor, path: string, html: string, fields: Record<string, string>) {
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return app.call(path, {
    ...{ method: 'POST', body: new URLSearchParams({ ...fields, _csrf }).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: visitor.cookie() },
  });
}
