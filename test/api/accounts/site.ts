import { randomUUID } from 'node:crypto';
import type { StaffRole } from '../../../src/domain/people/actor.js';
import { createKey } from '../../../src/usecases/keys/create-key.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

export let app: TestApp;
export let ada: { id: string; email: string };

export async function startSite(): Promise<void> {
  app = await startTestApp();
  ada = await colleague('admin');
}

let people = 0;
export async function colleague(role: StaffRole) {
  people += 1;
  const [id, email] = [randomUUID(), `${role}-${people}@desk.example`];
  await app.services.db.staff.create({
    data: { id, email, name: `${role} ${people}`, role, createdAt: new Date(Date.now() + people) },
  });
  return { id, email };
}

export async function keyOf(ownerId: string | null, role: StaffRole) {
  const made = await createKey(app.services.db, { name: 'a program', role, ownerId });
  return { ...made, id: made.id };
}

/** Whether a key opens anything. */
export const opens = async (key: string): Promise<boolean> =>
  (await app.call('/api/v1/ta-requests', { key })).status === 200;

export const eventsAbout = async (about: string) =>
  (await app.services.db.securityEvent.findMany({ where: { about }, orderBy: { at: 'asc' } })).map(
    ({ kind }) => kind,
  );

export const mailsOf = async (kind: string, to?: string) =>
  app.services.db.message.findMany({
    where: { kind, ...(to ? { to: { has: to } } : {}) },
    orderBy: { queuedAt: 'asc' },
  });
