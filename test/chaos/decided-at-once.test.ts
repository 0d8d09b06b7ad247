import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { submission } from '../support/desk.js';
import { type Answer, startSystem, type TestSystem } from '../support/system.js';

type Decision = Record<string, unknown>;

const ATTORNEY = 'attorney@desk.example';
const note = { kind: 'note', body: 'Looked into it.' };
const draft = { kind: 'draft-response', body: 'An answer.' };
const urgent = { kind: 'reprioritise', urgent: true, reason: 'Hearing.' };
const decline = { kind: 'decline', policy: 'scope', reason: 'Research.' };
const extend = { kind: 'extend', businessDays: 1, reason: 'Volume.' };
const assign = { kind: 'assign', to: ATTORNEY };
const reopen = { kind: 'reopen', reason: 'New facts.' };
const five = (decision: Decision) => Array.from({ length: 5 }, () => decision);

/**
 * Several people decide on what they saw at the same moment (If-Match with one version): one of them does. On the
 * real Temporal server: the time-skipping one loses its way when many updates meet one end.
 */
describe('at the same moment', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem();
    const { services } = await system.wired();
    const staff = { id: randomUUID(), email: ATTORNEY, name: 'An attorney', role: 'attorney' };
    await services.db.staff.create({ data: { ...staff, createdAt: system.now() } });
  }, 180_000);
  afterAll(() => system?.close(), 90_000);

  const request = async (name: string): Promise<string> => {
    const body = submission({}, { email: `${name}@at-once.example` });
    const { status, body: created } = await system.api('POST', '/api/v1/ta-requests', { body });
    expect(status).toBe(201);
    return created.id;
  };
  const versionOf = async (path: string) =>
    (await system.api('GET', `/api/v1/${path}`)).headers.get('etag') ?? '';
  const decide = (path: string, decision: Decision, version?: string): Promise<Answer> =>
    system.api('POST', `/api/v1/${path}/decisions`, {
      body: decision,
      headers: version === undefined ? {} : { 'if-match': version },
    });
  const decided = async (id: string, decision: Decision) => {
    const { status, body } = await decide(`ta-requests/${id}`, decision);
    expect([status, body]).toEqual([200, expect.anything()]);
    return body;
  };
  /** Statuses of all of them, the one that was taken first. */
  const all = async (path: string, decisions: Decision[]) => {
    const version = await versionOf(path);
    const answers = await Promise.all(decisions.map((decision) => decide(path, decision, version)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'version-mismatch'));
    return answers.map(({ status }) => status).sort();
  };

  test.each<[string, Decision[]]>([
    ['the same decision', five(urgent)],
    ['the same ending', five(decline)],
    ['notes', five(note)],
    ['drafts', five(draft)],
    ['what runs and what is only written', [note, urgent, draft, extend, decline, assign]],
  ])('%s, at once: one is taken, the others are told that it changed', async (what, decisions) => {
    const id = await request(what.replaceAll(/\W+/g, '-'));
    const before = await versionOf(`ta-requests/${id}`);
    expect(await all(`ta-requests/${id}`, decisions)).toEqual([200, ...decisions.slice(1).map(() => 412)]);
    expect(await versionOf(`ta-requests/${id}`)).not.toBe(before);
  });

  test('reopened by several: one new episode', async () => {
    const id = await request('reopened');
    await decided(id, decline);
    expect(await all(`ta-requests/${id}`, five(reopen))).toEqual([200, 412, 412, 412, 412]);
    expect((await system.api('GET', `/api/v1/ta-requests/${id}`)).body.episode).toBe(2);
  });

  test('a note, a draft or a decision of a colleague makes an older version stale; an unnamed one decides all the same', async () => {
    const id = await request('stale');
    for (const decision of [note, assign, draft]) {
      const version = await versionOf(`ta-requests/${id}`);
      await decided(id, decision);
      expect((await decide(`ta-requests/${id}`, urgent, version)).status).toBe(412);
    }
    expect(await decided(id, urgent)).toMatchObject({ urgent: true });
  });

  test('what a requester does on an older version is refused too', async () => {
    const id = await request('requester');
    const version = await versionOf(`ta-requests/${id}`);
    await decided(id, note);
    const headers = { 'if-match': version };
    for (const [what, body] of [
      ['withdrawal', {}],
      ['information', { answer: 'Vermont.' }],
      ['supervisor-confirmation', { confirms: true }],
    ] as const) {
      const { status } = await system.api('POST', `/api/v1/ta-requests/${id}/${what}`, { body, headers });
      expect(`${what} ${status}`).toBe(`${what} 412`);
    }
  });
});
