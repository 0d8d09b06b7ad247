import { expect, test } from '@jest/globals';
import type { RequestView } from '../../../src/domain/requests/view.schema.js';
import { goodSubmission } from '../support/submission.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

// What the cases of intake have in common: how a submission is told in a line, and what was made of it in another.

export let app: TestApp;
export let key: string;

export async function startSite(): Promise<void> {
  app = await startTestApp();
  key = await app.newKey('admin');
}

/** Monday at ten. The fifteenth business day after it, over Veterans Day, is Tuesday, November 24. */
export const MONDAY = '2026-11-02T18:00:00.000Z';

export interface Case {
  role?: string;
  kind?: string;
  /** A document kind; with `tVisa` whether it is of a T visa case. */
  document?: string;
  tVisa?: boolean;
  /** Courses passed before, by their short names. */
  passed?: ('defined' | 'visas' | 'emp')[];
  failed?: ('defined' | 'visas')[];
  /** The role of the supervisor named, or `self`. */
  supervisor?: string;
  court?: string;
  filing?: string;
  grantee?: boolean;
  /** When it is sent; else on that Monday. */
  at?: string;
  over?: Record<string, unknown>;
}

const COURSES = {
  defined: 'human-trafficking-defined',
  visas: 't-visas-part-1',
  emp: 'emp-analysis-workshop',
} as const;

let count = 0;
export const newAddress = () => {
  count += 1;
  return `asker-${count}@office-${count}.example`;
};

export async function completes(email: string, course: keyof typeof COURSES, passed = true): Promise<void> {
  const body = {
    email,
    courseId: COURSES[course],
    passed,
    score: passed ? 0.9 : 0.4,
    completedAt: '2026-10-01T18:00:00.000Z',
    source: 'lms',
    sourceId: `${email}-${course}-${passed}`,
  };
  const { status } = await app.call('/api/v1/completions', { key, body });
  expect(status).toBe(201);
}

export function submissionOf(one: Case, email: string): Record<string, unknown> {
  const { role = 'attorney', supervisor, court, filing, document } = one;
  const requester = {
    ...(goodSubmission().requester as object),
    email,
    role,
    organization: `Office of ${email}`,
    licensedIn: role === 'attorney' ? ['CA'] : [],
    ovcGrantee: one.grantee ?? false,
  };
  return goodSubmission({
    requester,
    facts: `The facts of ${email}.`,
    kind: one.kind ?? (document ? 'document-review' : 'case-consultation'),
    ...(document ? { documentKind: document } : {}),
    ...(one.tVisa === undefined ? {} : { tVisaRelated: one.tVisa }),
    ...(court ? { courtOrFilingDeadline: { kind: 'court', date: court } } : {}),
    ...(filing ? { courtOrFilingDeadline: { kind: 'filing', date: filing } } : {}),
    ...(supervisor
      ? {
          supervisor: {
            name: 'Sam Lee',
            email: supervisor === 'self' ? email : `sam.${email}`,
            role: supervisor === 'self' ? 'attorney' : supervisor,
          },
        }
      : {}),
    ...one.over,
  });
}

export async function sent(body: Record<string, unknown>): Promise<string> {
  const answer = await app.call('/api/v1/ta-requests', { key, body });
  return answer.status === 201
    ? decisionOf((await answer.json()) as RequestView)
    : refusalOf(answer.status, (await answer.json()) as Problem);
}

interface Problem {
  code: string;
  errors?: { pointer: string }[];
}

const refusalOf = (status: number, { code, errors = [] }: Problem) =>
  [status, code, ...errors.map(({ pointer }) => pointer)].join(' ');

/** Status, kind; what it waits for; by when it is answered and because of what; the promise beside it; its place. */
function decisionOf(view: RequestView): string {
  const { answerBy, dueAt, waitingFor, notices } = view;
  return [
    `${view.status}, ${view.kind}`,
    ...(waitingFor.length > 0 ? [`waits for ${waitingFor.join(' + ')}`] : []),
    answerBy ? `by ${dayOf(answerBy.at)} (${answerBy.because})` : 'not yet promised',
    ...(dueAt && dueAt !== answerBy?.at ? [`promise ${dayOf(dueAt)}`] : []),
    view.priority,
    ...notices,
  ].join('; ');
}

const dayOf = (instant: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' }).format(
    new Date(instant),
  );

async function takes(one: Case): Promise<string> {
  const email = newAddress();
  for (const course of one.passed ?? []) await completes(email, course);
  for (const course of one.failed ?? []) await completes(email, course, false);
  app.setNow(one.at ?? MONDAY);
  return sent(submissionOf(one, email));
}

export const decisions = (cases: [Case, string][]) =>
  test.each(cases)('%j → %s', async (one, decision) => {
    expect(await takes(one)).toBe(decision);
  });

export const PROMISED = 'queued, case-consultation; by 2026-11-24 (promise); normal';
export const CONFIRMS =
  'queued, case-consultation; waits for supervisor-confirmation; by 2026-11-24 (promise); normal';

export const REVIEW = 'queued, document-review; by 2026-11-24 (promise); normal';
export const BOTH =
  'awaiting-prerequisites, document-review; waits for human-trafficking-defined + t-visas-part-1; not yet promised; normal';
