import { goodQuestion, planCalls } from '../support/calls.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

// What the cases of questions have in common: calls that are planned, and how something is asked for one.

export const ANALYSIS = 'legal-working-group-2026-11-04';
export const HOLIDAY = 'legal-working-group-2026-11-11';
export const NON_LEGAL = 'legal-working-group-2026-11-18';
export const GENERAL = 'legal-working-group-2026-11-25';
export const SOCIAL = 'social-services-2026-12-24';

/** An instant in the week of each call at which its window is open. */
export const DURING: Record<string, string> = {
  [ANALYSIS]: '2026-11-02T18:00:00.000Z',
  [HOLIDAY]: '2026-11-09T18:00:00.000Z',
  [NON_LEGAL]: '2026-11-16T18:00:00.000Z',
  [GENERAL]: '2026-11-23T18:00:00.000Z',
  [SOCIAL]: '2026-12-21T18:00:00.000Z',
};

export let app: TestApp;
export let key: string;

export async function startSite(): Promise<void> {
  app = await startTestApp();
  await planCalls(app, { from: '2026-11-02', to: '2027-01-04' });
  key = await app.newKey('coordinator');
}

export interface Answer {
  id: string;
  code: string;
  status: string;
  version: number;
  question: string;
  errors: { pointer: string }[];
}

export async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const response = await app.call(`/api/v1${path}`, { method, key, body, headers });
  return { status: response.status, body: (await response.json()) as Answer };
}

export async function ask(callId: string, change: Record<string, unknown> = {}, at?: string) {
  app.setNow(at ?? DURING[callId] ?? '');
  return call('POST', `/calls/${callId}/questions`, goodQuestion(change));
}
