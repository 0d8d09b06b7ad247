import { describe, expect, test } from '@jest/globals';
import type { StaffRole } from '../../../src/domain/people/actor.js';
import { issueKey } from '../../../src/usecases/keys/issue-key.js';
import { newKeySchema } from '../../../src/usecases/keys/key.schema.js';
import { addStaffUser, changeStaffUser } from '../../../src/usecases/people/staff-users.js';
import { createVisitor } from '../support/form-visitor.js';
import { ada, app, colleague, mailsOf } from './site.js';

const SYSTEM = { kind: 'system' } as const;

describe('admins are told', () => {
  const told = async (kind: string) => (await mailsOf(kind, ada.email)).length;

  test('of a new admin, however somebody becomes one, and of nobody else', async () => {
    const before = await told('admin-added');
    const added = await addStaffUser(app.services, SYSTEM, {
      ...{ name: 'New', email: 'new-admin@desk.example', role: 'admin' },
    });
    expect(await told('admin-added')).toBe(before + 1);
    // The new one knows.
    expect(await mailsOf('admin-added', 'new-admin@desk.example')).toEqual([]);
    const change = (id: string, role: StaffRole, active = true) =>
      changeStaffUser(app.services, SYSTEM, id, { name: 'N', role, active, leavesWork: true });
    const id = added.ok ? added.value.id : '';
    await change(id, 'admin');
    await change(id, 'director');
    await change((await colleague('attorney')).id, 'director');
    expect(await told('admin-added')).toBe(before + 1);
    await change(id, 'admin');
    await change(id, 'admin', false);
    await change(id, 'admin');
    expect(await told('admin-added')).toBe(before + 3);
    await change(id, 'admin', false);
  });

  test.each([
    ['admin', 1],
    ['director', 1],
    ['coordinator', 0],
  ] as const)('of a key of role %s: %s mail', async (role, mails) => {
    const before = await told('admin-key-made');
    const made = await issueKey(app.services, SYSTEM, newKeySchema.parse({ name: 'a program', role }));
    expect(made.ok).toBe(true);
    expect(await told('admin-key-made')).toBe(before + mails);
  });
});

describe('a sign-in with a browser that is not known', () => {
  const signIn = async (email: string, visitor = createVisitor(app)) => {
    const token = await app.deps.auth.make({ email, validMs: 60_000 });
    await visitor.open(`/sign-in/confirm?token=${token}`);
    const sent = await visitor.send(`/sign-in/confirm?token=${token}`, { token });
    expect(sent.status).toBe(303);
    return visitor;
  };
  const told = async (email: string) => (await mailsOf('new-sign-in', email)).length;

  test.each(['coordinator', null] as const)(
    'is told by mail (%s), but not the first of an account, nor of a known one',
    async (role) => {
      const email = role ? (await colleague(role)).email : 'rita@legal-aid.example';
      const own = await signIn(email);
      expect(await told(email)).toBe(0);
      await signIn(email, own);
      expect(await told(email)).toBe(0);
      await signIn(email);
      expect(await told(email)).toBe(1);
      // Known there since; and what another has signed in with is nobody's else.
      await signIn(email, own);
      await signIn('somebody-else@legal-aid.example', own);
      await signIn(email, own);
      expect(await told(email)).toBe(1);
    },
  );

  test('fills nobody’s mailbox', async () => {
    const email = 'often@legal-aid.example';
    for (let times = 0; times < 6; times += 1) await signIn(email);
    expect(await told(email)).toBe(3);
  });
});
