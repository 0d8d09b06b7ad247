import { randomUUID } from 'node:crypto';
import { goodQuestion, goodRegistration } from '../../../support/calls.js';
import { type StaffSite, startStaffSite } from '../staff-site.js';

export const NON_LEGAL = 'legal-working-group-2055-11-17';
export const GENERAL = 'legal-working-group-2055-11-24';
/** The office is closed that day. */
export const CLOSED = GENERAL;

/** The week before Thanksgiving 2055, on a Friday morning; calls are planned and questions open. */
export async function startCallWorld(): Promise<StaffSite> {
  const site = await startStaffSite({ startAt: '2055-11-10T22:00:00.000Z', series: true });
  await site.desk.api('POST', '/api/v1/closures', { body: { date: '2055-11-24', name: 'Staff retreat' } });
  await site.desk.advance({ to: '2055-11-12T18:00:00.000Z' });
  return site;
}

/** Asks as staff would for somebody; answers the question's id. */
export async function ask(
  site: StaffSite,
  callId: string,
  change: Record<string, unknown> = {},
): Promise<string> {
  const body = goodQuestion({ question: `How would you begin? ${randomUUID()}`, ...change });
  const answer = await site.desk.api('POST', `/api/v1/calls/${callId}/questions`, { body });
  if (answer.status !== 201) throw new Error(`not asked: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

export async function register(site: StaffSite, change: Record<string, unknown> = {}): Promise<string> {
  const body = goodRegistration(change);
  const answer = await site.desk.api('POST', '/api/v1/registrations', { body });
  if (answer.status !== 201) throw new Error(`not registered: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}
