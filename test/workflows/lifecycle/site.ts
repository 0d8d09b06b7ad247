import { startDesk, type TestDesk } from '../../support/desk.js';

// What the lives of requests have in common: the desk they are told on.

/** Lives of requests, told over the API on simulated time. */
export let desk: TestDesk;

export async function startLife(): Promise<void> {
  desk = await startDesk({ startAt: '2054-11-23T10:00:00-08:00' });
  for (const [email, role] of [
    ['attorney@desk.example', 'attorney'],
    ['coordinator@desk.example', 'coordinator'],
    ['director@desk.example', 'director'],
  ] as const) {
    await desk.wired.services.db.staff.create({
      data: { id: crypto.randomUUID(), email, name: role, role, createdAt: new Date() },
    });
  }
}

export const types = async (id: string) => (await desk.timeline(id)).map((line) => line.split(' ')[0]);

export const decisionAs = (
  id: string,
  decision: Record<string, unknown>,
  as: Parameters<TestDesk['decide']>[2],
) => desk.api('POST', `/api/v1/ta-requests/${id}/decisions`, { as, body: decision });
