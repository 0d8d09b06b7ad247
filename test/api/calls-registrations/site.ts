import { goodRegistration, planCalls } from '../support/calls.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

// What the cases of registrations have in common: calls that are planned, and how somebody registers.

export let app: TestApp;
export let key: string;

export async function startSite(): Promise<void> {
  app = await startTestApp();
  await planCalls(app, { from: '2026-11-02', to: '2026-12-31' });
  key = await app.newKey('coordinator');
}

export interface Answer {
  id: string;
  status: string;
  reasons: string[];
  code: string;
  errors: { pointer: string }[];
  reply: string | null;
  version: number;
}

export async function send(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await app.call(`/api/v1${path}`, { key, body, headers });
  return { status: response.status, body: (await response.json()) as Answer };
}

export const register = (change: Record<string, unknown> = {}) =>
  send('/registrations', goodRegistration(change));

export const pastOf = async (id: string) => {
  const response = await app.call(`/api/v1/registrations/${id}/events`, { key });
  const { items } = (await response.json()) as {
    items: {
      type: string;
      status: string;
      reasons: string[];
      changed: string[];
      reply: string | null;
      actor: { kind: string; name: string | null };
    }[];
  };
  return items;
};

export const kindsAbout = async (id: string) =>
  (await app.services.db.message.findMany({ where: { aboutId: id }, orderBy: { queuedAt: 'asc' } })).map(
    ({ kind }) => kind,
  );
