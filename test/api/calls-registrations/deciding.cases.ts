import { describe, expect, test } from '@jest/globals';
import { isRegistered, mayMail } from '../../../src/usecases/calls/call-audience.js';
import { correctOrganization } from '../../../src/usecases/calls/questions/correct-organization.js';
import { getRegistration } from '../../../src/usecases/registrations/read-registrations.js';
import { goodQuestion, goodRegistration, stranger } from '../support/calls.js';
import { goodSubmission } from '../support/submission.js';
import { type Answer, app, key, kindsAbout, pastOf, register, send } from './site.js';

describe('a person decides', () => {
  test.each([
    ['pending', 'approve', 200, 'approved'],
    ['pending', 'deny', 200, 'denied'],
    ['pending', 'revoke', 409, ''],
    ['approved', 'revoke', 200, 'revoked'],
    ['approved', 'deny', 409, ''],
    ['approved', 'approve', 409, ''],
    ['denied', 'approve', 200, 'approved'],
    ['revoked', 'approve', 200, 'approved'],
    ['revoked', 'revoke', 409, ''],
  ])('%s, %s: %i %s', async (from, kind, status, to) => {
    const { body } = await register(from === 'approved' || from === 'revoked' ? {} : { employer: '' });
    if (from === 'denied') await send(`/registrations/${body.id}/decisions`, { kind: 'deny' });
    if (from === 'revoked') await send(`/registrations/${body.id}/decisions`, { kind: 'revoke' });
    const answer = await send(`/registrations/${body.id}/decisions`, { kind, reason: 'Because of it.' });
    expect(answer.status).toBe(status);
    if (status === 200) {
      expect(answer.body).toMatchObject({ status: to, reply: 'Because of it.' });
      expect((await kindsAbout(body.id)).at(-1)).toBe(`registration-${to === 'revoked' ? 'denied' : to}`);
    } else {
      expect(answer.body.code).toBe('not-allowed-now');
    }
  });

  test('the reason is sealed, and in no mail', async () => {
    const { body } = await register({ employer: '' });
    await send(`/registrations/${body.id}/decisions`, { kind: 'deny', reason: 'CANARY-REASON' });
    const row = await app.services.db.callRegistration.findUniqueOrThrow({ where: { id: body.id } });
    expect(Buffer.from(row.sealedReason ?? []).toString('latin1')).not.toContain('CANARY-REASON');
    expect(app.logged.join('\n')).not.toContain('CANARY');
  });

  test('not over what somebody else decided meanwhile', async () => {
    const { body } = await register({ employer: '' });
    await send(`/registrations/${body.id}/decisions`, { kind: 'deny' });
    const late = await send(
      `/registrations/${body.id}/decisions`,
      { kind: 'approve' },
      { 'if-match': '"1"' },
    );
    expect([late.status, late.body.code]).toEqual([412, 'version-mismatch']);
  });
});

describe('a profile that changes elsewhere', () => {
  const requestOf = (person: object, change: Record<string, unknown> = {}) => {
    const { series: _series, employer, ...requester } = person as Record<string, unknown>;
    return send(
      '/ta-requests',
      goodSubmission({
        requester: { ...requester, organization: employer, ...change },
        questions: crypto.randomUUID(),
      }),
    );
  };
  const statusOf = async (id: string) => {
    const response = await app.call(`/api/v1/registrations/${id}`, { key });
    return (await response.json()) as Answer & { role: string; employer: string };
  };

  test('a request in another role puts an approved registration back to a person, without a way in', async () => {
    const person = goodRegistration();
    const { body } = await send('/registrations', person);
    expect((await requestOf(person, { role: 'social-service-provider' })).status).toBe(201);
    expect(await statusOf(body.id)).toMatchObject({ status: 'pending', reasons: ['role-not-eligible'] });
    const kinds = await kindsAbout(body.id);
    expect(kinds.slice(0, 2)).toEqual(['registration-approved', 'registration-pending']);
    expect(new Set(kinds.slice(2))).toEqual(new Set(['registration-review']));
    expect((await pastOf(body.id)).at(-1)).toMatchObject({
      type: 'profile-changed',
      changed: ['role'],
      actor: { kind: 'key' },
    });
    const { personId } = await app.services.db.callRegistration.findUniqueOrThrow({ where: { id: body.id } });
    const me = { kind: 'person' as const, id: personId, name: 'Ada', email: '' };
    expect(await getRegistration(app.services, me, body.id)).toMatchObject({
      value: { joinLink: null, links: { events: null } },
    });
  });

  test('a mail on its way to one who is put back is not sent', async () => {
    const person = goodRegistration() as { email: string };
    await send('/registrations', person);
    await send('/subscriptions', { email: person.email, name: 'Ada', lists: [], emailUpdates: true });
    const ask = () =>
      Promise.all(
        [mayMail, isRegistered].map((may) => may(app.services.db, person.email, 'legal-working-group')),
      );
    expect(await ask()).toEqual([true, true]);
    await requestOf(person, { role: 'case-manager' });
    expect(await ask()).toEqual([false, false]);
  });

  test.each<[string, Record<string, unknown>, string, string[]]>([
    ['the same role and office', {}, 'approved', []],
    ['no word of licensure', { licensedIn: [] }, 'approved', []],
    ['no word of an office', { organization: undefined }, 'approved', []],
    ['another state of licensure', { licensedIn: ['NV'] }, 'approved', ['licensure']],
    ['another office', { organization: 'Office of Nowhere' }, 'approved', ['employer']],
    ['another eligible role', { role: 'doj-accredited-representative' }, 'approved', ['role']],
  ])('a request with %s leaves it approved, and tells nobody', async (_name, change, status, changed) => {
    const person = goodRegistration();
    const { body } = await send('/registrations', person);
    expect((await requestOf(person, change)).status).toBe(201);
    expect((await statusOf(body.id)).status).toBe(status);
    expect(await kindsAbout(body.id)).toEqual(['registration-approved']);
    expect((await pastOf(body.id)).slice(1).map((event) => event.changed)).toEqual(
      changed.length > 0 ? [changed] : [],
    );
  });

  test('what a person approved in spite of a reason, or denied, is theirs', async () => {
    const approved = goodRegistration({ email: `${crypto.randomUUID()}@gmail.com` });
    const denied = goodRegistration({ employer: '' });
    const one = await send('/registrations', approved);
    await send(`/registrations/${one.body.id}/decisions`, { kind: 'approve' });
    const other = await send('/registrations', denied);
    await send(`/registrations/${other.body.id}/decisions`, { kind: 'deny' });
    await requestOf(approved);
    await requestOf({ ...denied, employer: 'Office at Last' });
    expect((await statusOf(one.body.id)).status).toBe('approved');
    expect(await statusOf(other.body.id)).toMatchObject({ status: 'denied', employer: 'Office at Last' });
  });

  test('a registration for the other series tells of a new role too', async () => {
    const person = goodRegistration();
    const { body } = await send('/registrations', person);
    const social = { ...person, series: 'social-services', role: 'case-manager' };
    expect((await send('/registrations', social)).body.status).toBe('approved');
    expect(await statusOf(body.id)).toMatchObject({ status: 'pending', role: 'case-manager' });
  });

  test('the employer that staff find out of a question makes a registration complete', async () => {
    const asker = { ...stranger(), organization: undefined };
    const { body } = await register({ ...asker, organization: undefined, employer: '' });
    expect(body.reasons).toEqual(['employer-missing']);
    const before = app.services.clock.now();
    app.setNow('2026-12-03T18:00:00.000Z');
    const question = await send('/calls/legal-working-group-2026-12-09/questions', goodQuestion({ asker }));
    const staff = await app.services.db.apiKey.findFirstOrThrow({ where: { role: 'coordinator' } });
    const corrected = await correctOrganization(
      app.services,
      { kind: 'key', id: staff.id, role: 'coordinator', scopes: [] },
      { callId: 'legal-working-group-2026-12-09', questionId: question.body.id },
      'Found Office',
    );
    expect(corrected.ok).toBe(true);
    expect(await statusOf(body.id)).toMatchObject({ status: 'approved', employer: 'Found Office' });
    app.setNow(before.toISOString());
  });
});
