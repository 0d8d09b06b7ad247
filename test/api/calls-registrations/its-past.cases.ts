import { describe, expect, test } from '@jest/globals';
import { sealJoinLink } from '../../../src/usecases/calls/join-link.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { getRegistration } from '../../../src/usecases/registrations/read-registrations.js';
import { goodRegistration, stranger } from '../support/calls.js';
import { type Answer, app, key, pastOf, register, send } from './site.js';

describe('the past of a registration', () => {
  test('is for staff, and tells who decided and why', async () => {
    const { body } = await register({ employer: '' });
    await send(`/registrations/${body.id}/decisions`, { kind: 'deny', reason: 'CANARY-PAST' });
    const [first, second] = await pastOf(body.id);
    expect(first).toMatchObject({ type: 'registered', reasons: ['employer-missing'], reply: null });
    expect(second).toMatchObject({ type: 'denied', actor: { kind: 'key' }, reply: 'CANARY-PAST' });
    const rows = await app.services.db.callRegistrationEvent.findMany({ where: { registrationId: body.id } });
    expect(rows.map((row) => Buffer.from(row.sealedReason ?? []).toString('latin1')).join()).not.toContain(
      'CANARY',
    );
    expect((await app.call(`/api/v1/registrations/${body.id}/events`)).status).toBe(401);
  });

  test('the attestation is kept with its date, and what is not said again stays', async () => {
    const person = goodRegistration({ activelyPracticing: true });
    const { body } = await send('/registrations', person);
    expect(body).toMatchObject({
      activelyPracticing: true,
      attestedAt: app.services.clock.now().toISOString(),
    });
    const { activelyPracticing: _, ...silent } = person;
    expect((await send('/registrations', { ...silent, employer: 'Elsewhere' })).body).toMatchObject({
      activelyPracticing: true,
      status: 'approved',
    });
    expect((await send('/registrations', { ...silent, activelyPracticing: false })).body).toMatchObject({
      status: 'pending',
      reasons: ['not-actively-practicing'],
    });
  });
});

describe('the way in', () => {
  test('is shown to the approved registrant alone', async () => {
    const { services } = app;
    const { body } = await register();
    const call = await services.db.call.findFirstOrThrow({
      where: { id: 'legal-working-group-2026-11-04' },
      include: withKey,
    });
    await services.db.call.update({
      where: { id: call.id },
      data: { sealedJoinLink: sealJoinLink(services, 'call', call, 'https://meet.example/secret') },
    });
    const row = await services.db.callRegistration.findUniqueOrThrow({
      where: { id: body.id },
      include: withKey,
    });
    const me = { kind: 'person' as const, id: row.personId, name: row.name, email: row.email };
    const read = async () => await getRegistration(services, me, body.id);
    expect(await read()).toMatchObject({ ok: true, value: { joinLink: 'https://meet.example/secret' } });
    const staff = await app.call(`/api/v1/registrations/${body.id}`, { key });
    expect(await staff.text()).not.toContain('meet.example');
    await send(`/registrations/${body.id}/decisions`, { kind: 'revoke' });
    expect(await read()).toMatchObject({ ok: true, value: { joinLink: null } });
    const other = { ...me, id: crypto.randomUUID() };
    expect(await getRegistration(services, other, body.id)).toMatchObject({ ok: false });
  });

  test('and the list is for staff, by status and series', async () => {
    const { email } = stranger();
    const { body } = await register({ email, employer: '' });
    const response = await app.call(
      '/api/v1/registrations?series=legal-working-group&status=pending&limit=100',
      { key },
    );
    const { items } = (await response.json()) as { items: Answer[] };
    expect(items.map(({ id }) => id)).toContain(body.id);
    expect((await app.call('/api/v1/registrations')).status).toBe(401);
    expect((await app.call('/api/v1/registrations?status=maybe', { key })).status).toBe(422);
  });
});
