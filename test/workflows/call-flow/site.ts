import { randomUUID } from 'node:crypto';
import type { StaffRole } from '../../../src/domain/people/actor.js';
import { startDesk, type TestDesk } from '../../support/desk.js';
import { type SmtpSink, startSmtpSink } from '../../support/smtp-sink.js';
import { goodAsker } from '../call-people.js';

// What six weeks of calls have in common: the desk, its mail, and which call is which.

export const CANCELLED = 'legal-working-group-2056-01-26';

export const LISTENER = 'listens@legal-aid.example';

export let desk: TestDesk;

export let sink: SmtpSink;

export async function startWeeks(): Promise<void> {
  sink = await startSmtpSink();
  desk = await startDesk({
    startAt: '2056-01-03T08:00:00-08:00',
    series: true,
    env: { SMTP_URL: sink.url },
  });
}

export function register(email: string) {
  return desk.api('POST', '/api/v1/registrations', {
    body: {
      series: 'legal-working-group',
      name: 'Ana Ortiz',
      email,
      role: 'attorney',
      licensedIn: ['CA'],
      employer: 'Valley Legal Aid',
    },
  });
}

export function ask(callId: string, n: number, change: Record<string, unknown> = {}) {
  return desk.api('POST', `/api/v1/calls/${callId}/questions`, {
    body: { asker: goodAsker(n), question: `How would you begin with ${randomUUID()}?`, ...change },
  });
}

export function decide(callId: string, body: object, as: StaffRole = 'coordinator') {
  return desk.api('POST', `/api/v1/calls/${callId}/decisions`, { as, body });
}

export async function callOf(id: string) {
  return (await desk.api('GET', `/api/v1/calls/${id}`)).body as {
    status: string;
    selected: string[];
    questionCount: number;
  };
}

export async function questionOf(callId: string, id: string | undefined) {
  return (await desk.api('GET', `/api/v1/calls/${callId}/questions/${id}`)).body as {
    status: string;
    requestId: string | null;
    convertsAt: string | null;
  };
}

/** `kind address` of each mail about a call that was sent to listeners, by time and address. */
export async function mailsOf(callId: string): Promise<string[]> {
  const rows = await desk.wired.services.db.message.findMany({
    where: { aboutId: callId, status: 'sent', kind: { not: 'call-meeting-problem' } },
    orderBy: [{ queuedAt: 'asc' }, { to: 'asc' }],
  });
  return rows.map(({ kind, to }) => `${kind} ${to}`);
}
