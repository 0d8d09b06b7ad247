import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Actor } from '../../../../../src/domain/people/actor.js';
import { submission } from '../../../../support/desk.js';
import { hiddenOf, type StaffSite, type StaffUser, startStaffSite } from '../staff-site.js';

// What the cases of the staff’s pages have in common: the web side, who is on staff, and a request.

export let site: StaffSite;
export let admin: StaffUser;
export let ana: StaffUser;
export let rob: StaffUser;
export let cora: StaffUser;

export async function startSite(): Promise<void> {
  // A Tuesday morning.
  site = await startStaffSite({ startAt: '2055-01-05T18:00:00.000Z' });
  admin = await site.person('Ada Admin', 'admin');
  ana = await site.person('Ana Attorney', 'attorney');
  rob = await site.person('Rob Reviewer', 'reviewer');
  cora = await site.person('Cora Coordinator', 'coordinator');
}

/** A new request of a person of its own. */
export async function aRequest(over: object = {}, requester: object = {}): Promise<string> {
  const email = `r${randomUUID().slice(0, 8)}@legal.example`;
  const body = submission({ ...over }, { email, ...requester });
  const answer = await site.desk.api('POST', '/api/v1/ta-requests', { body });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

/** Opens the page of a decision and sends its form. */
export async function decide(as: Actor, id: string, kind: string, form: Record<string, string> = {}) {
  const path = `/staff/requests/${id}/decide/${kind}`;
  const page = await site.get(as, path);
  return site.post(as, path, { ...hiddenOf(page.html), ...form });
}
