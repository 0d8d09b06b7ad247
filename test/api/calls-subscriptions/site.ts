import { withKey } from '../../../src/usecases/data-keys.js';
import { renderMessage } from '../../../src/usecases/mail/render-message.js';
import { planCalls } from '../support/calls.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

// What the cases of subscriptions have in common: the web side, and a wish for mail.

export let app: TestApp;
export let key: string;

export async function startSite(): Promise<void> {
  app = await startTestApp();
  await planCalls(app, { from: '2026-11-02', to: '2026-12-01' });
  key = await app.newKey('coordinator');
}

interface Answer {
  id: string | null;
  status: string;
  code: string;
  errors: { pointer: string }[];
}

export async function send(path: string, body: unknown, as?: string, method = 'POST') {
  const response = await app.call(`/api/v1${path}`, { method, key: as, body });
  return { status: response.status, body: (await response.json()) as Answer };
}

export const wish = (email: string, change: Record<string, unknown> = {}) => ({
  email,
  name: 'Ada',
  lists: [],
  emailUpdates: true,
  ...change,
});

export const rowOf = (email: string) => app.services.db.subscription.findUnique({ where: { email } });

export async function linksTo(email: string): Promise<string[]> {
  const rows = await app.services.db.message.findMany({
    where: { to: { has: email }, kind: 'subscription-confirmation' },
    orderBy: { queuedAt: 'asc' },
    include: withKey,
  });
  const mails = await Promise.all(rows.map((row) => renderMessage(app.services, row)));
  return mails.map(({ text }) => /\/subscribe\/confirm\/(\w+)/.exec(text)?.[1] ?? '');
}
