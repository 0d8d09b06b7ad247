import { withKey } from '../../../../src/usecases/data-keys.js';
import { planCalls } from '../../support/calls.js';
import { createVisitor } from '../../support/form-visitor.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

export const LWG = 'legal-working-group';
export const FIRST = `${LWG}-2026-11-04`;
export const SECOND = `${LWG}-2026-11-11`;
export const THIRD = `${LWG}-2026-11-18`;

/** The web side with calls planned, on the Monday before a first Wednesday. */
export async function startCallsSite(): Promise<TestApp> {
  const app = await startTestApp();
  await planCalls(app, { from: '2026-10-07', to: '2026-12-31' });
  return app;
}

/** Signs in by the mailed link; the lines a browser would keep. */
export async function signInCookies(app: TestApp, email: string): Promise<string[]> {
  await app.deps.auth.send({ email, next: '/my/calls' });
  const link = await mailedLink(app, email, 'sign-in');
  const used = await app.deps.auth.use(new URL(link).searchParams.get('token') ?? '');
  return used?.setCookies ?? [];
}

/** Where the button of a mail leads. */
export async function mailedLink({ services }: TestApp, to: string, kind: string): Promise<string> {
  const { db, vault } = services;
  // The clock stands still in these tests: of mails of one instant the transaction tells which came last.
  const [last] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM message WHERE kind = ${kind} AND ${to} = ANY("to")
    ORDER BY queued_at DESC, xmin::text::bigint DESC LIMIT 1`;
  const row = await db.message.findUniqueOrThrow({ where: { id: last?.id }, include: withKey });
  const field = { table: 'message', rowId: row.id, field: 'data' };
  return JSON.parse(vault.open(row.dataKey, field, row.sealed ?? new Uint8Array())).link;
}

export async function signedIn(app: TestApp, email: string) {
  const visitor = createVisitor(app);
  visitor.adopt(await signInCookies(app, email));
  return visitor;
}

/** A page's words without its tags. */
export function wordsOf(html: string): string {
  return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html)
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
}

let people = 0;
export function newEmail(): string {
  people += 1;
  return `ana${people}@office-${people}.example`;
}
