import { expect } from '@jest/globals';
import { planCalls } from '../support/calls.js';
import { signedIn as browserOf } from '../support/signed-in.js';
import { goodSubmission } from '../support/submission.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

// What the cases of several addresses have in common: staff, browsers, requests and courses of people nobody else has met.

export let app: TestApp;
let staff: string;

export async function startSite(): Promise<void> {
  app = await startTestApp();
  await planCalls(app, { from: '2026-11-02', to: '2026-12-31' });
  staff = await app.newKey('coordinator');
}

let n = 0;
export const address = (name: string) => `${name}-${++n}@legal-aid.example`;
export const signedIn = (email: string) => browserOf(app, email);

/** What the API answers staff, with its status. */
export async function asStaff(path: string, body?: unknown) {
  const response = await app.call(`/api/v1${path}`, { key: staff, body });
  // biome-ignore lint/suspicious/noExplicitAny: read by its documented fields
  return { status: response.status, body: (await response.json()) as any };
}

export async function request(email: string, change: Record<string, unknown> = {}) {
  const requester = { ...(goodSubmission().requester as object), email };
  const facts = `Facts number ${++n}.`;
  const { status, body } = await asStaff('/ta-requests', goodSubmission({ requester, facts, ...change }));
  expect(status).toBe(201);
  return body;
}

export const T_VISA_REVIEW = { kind: 'document-review', documentKind: 't-visa-rfe', tVisaRelated: true };

export async function passed(email: string, courseId: string) {
  const body = {
    email,
    courseId,
    passed: true,
    score: 0.9,
    completedAt: '2026-11-01T10:00:00.000Z',
    source: 'test',
    sourceId: `c-${++n}`,
  };
  expect((await asStaff('/completions', body)).status).toBe(201);
}

/** Courses that a request was told of, though the engine is away. */
export async function told(id: string): Promise<string[]> {
  const rows = await app.services.db.outbox.findMany({
    where: { workflowId: { contains: id }, kind: 'signal' },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ payload }) => (payload as [{ courseId: string }])[0].courseId).sort();
}
