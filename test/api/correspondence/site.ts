import { deskNumbers } from '../../../src/usecases/requests/desk-numbers.js';
import { createVisitor } from '../support/form-visitor.js';
import { goodSubmission } from '../support/submission.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

// What the cases of writing to and fro have in common: the web side, who asks and who supervises, and a request.

export let app: TestApp;

export const keys: Record<string, string> = {};

export let attorneyId: string;

/** What the attorney reads above the queue. */
export async function figures() {
  const attorney = { kind: 'user', id: attorneyId, role: 'attorney', name: '', email: '' } as const;
  const counted = await deskNumbers(app.services, attorney);
  if (!counted.ok) throw new Error(counted.problem.code);
  return counted.value;
}

export async function startSite(): Promise<void> {
  app = await startTestApp();
  for (const role of ['coordinator', 'attorney', 'reviewer', 'director', 'admin'] as const) {
    keys[role] = await app.newKey(role);
  }
  attorneyId = crypto.randomUUID();
  await app.services.db.staff.createMany({
    data: [
      {
        id: attorneyId,
        email: 'ana@desk.example',
        name: 'Ana Park',
        role: 'attorney',
        createdAt: new Date(),
      },
      {
        id: crypto.randomUUID(),
        email: 'cora@desk.example',
        name: 'Cora Lim',
        role: 'coordinator',
        createdAt: new Date(),
      },
      {
        id: crypto.randomUUID(),
        email: 'dora@desk.example',
        name: 'Dora Diaz',
        role: 'director',
        createdAt: new Date(),
      },
    ],
  });
}

export const ADA = 'ada@legal-aid.example';
export const SAM = 'sam@legal-aid.example';

export async function person(email: string) {
  const token = await app.deps.auth.make({ email, validMs: 60_000 });
  const visitor = createVisitor(app);
  visitor.adopt((await app.deps.auth.use(token))?.setCookies ?? []);
  const page = await (await visitor.open('/sign-out')).text();
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  return {
    visitor,
    call: (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      app.call(path, { body, headers: { cookie: visitor.cookie(), 'x-csrf-token': csrf, ...headers } }),
  };
}

export let n = 0;

/** A paralegal's request, its supervisor confirmed, in any status. */
export async function aRequest(change: Record<string, unknown> = {}): Promise<{ id: string; path: string }> {
  n += 1;
  const requester = { ...(goodSubmission().requester as object), email: ADA, role: 'paralegal' };
  const supervisor = { name: 'Sam Lee', email: SAM, role: 'attorney' };
  const body = goodSubmission({ facts: `Facts ${n}.`, requester, supervisor });
  const created = await app.call('/api/v1/ta-requests', { key: keys.admin, body });
  const { id } = (await created.json()) as { id: string };
  await app.services.db.taRequest.update({
    where: { id },
    data: { supervisorStatus: 'confirmed', ...change },
  });
  return { id, path: `/api/v1/ta-requests/${id}` };
}

export const mails = async (id: string, kind: string) =>
  app.services.db.message.findMany({ where: { aboutId: id, kind }, orderBy: { queuedAt: 'asc' } });

export const viewOf = async (path: string) =>
  (await app.call(path, { key: keys.admin })).json() as Promise<Record<string, unknown>>;

export const decide = (path: string, role: string, body: unknown, headers: Record<string, string> = {}) =>
  app.call(`${path}/decisions`, { key: keys[role], body, headers });
