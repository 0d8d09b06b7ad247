import { expect } from '@jest/globals';
import { rowCounts } from '../support/row-counts.js';
import { goodSubmission } from '../support/submission.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

// What the cases of bad input have in common: a request to decide about, and that nothing is left of what was refused.

export let app: TestApp;
export let key: string;
export let id: string;
let before: Record<string, number>;

export async function startSite(): Promise<void> {
  app = await startTestApp();
  key = await app.newKey('admin');
  const created = await app.call('/api/v1/ta-requests', {
    key,
    body: goodSubmission({ facts: 'the one there is' }),
  });
  id = ((await created.json()) as { id: string }).id;
}

/** What there is before a case is there after it, and no more. */
export async function countRows(): Promise<void> {
  before = await rowCounts(app.services.db);
}

export async function expectNothingStored(): Promise<void> {
  expect(await rowCounts(app.services.db)).toEqual(before);
}

/** Slips of the hand, seen from November 2, 2026, and dates at the edges of what a date can be. */
export const FAR_DATES = [
  '2025-11-01',
  '2036-11-03',
  '3026-12-18',
  '9998-12-31',
  '9999-12-31',
  '0000-01-01',
  '0026-12-18',
  '2027-02-29',
];

interface Problem {
  type: string;
  code: string;
  status: number;
  title: string;
  detail: string;
  errors: { pointer: string; message: string }[];
}

export async function expectProblem(response: Response, status: number, code: string, pointer?: string) {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = (await response.json()) as Problem;
  expect(problem).toMatchObject({ code, status, type: `https://ta-desk.example/problems/${code}` });
  expect(response.status).toBe(status);
  expect(problem.detail.length).toBeGreaterThan(10);
  if (pointer !== undefined) expect(problem.errors.map((error) => error.pointer)).toContain(pointer);
  for (const { message } of problem.errors) expect(message.length).toBeGreaterThan(5);
}

export const INSTANT = '2026-11-02T18:00:00.000000Z';
