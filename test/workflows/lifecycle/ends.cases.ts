import { describe, expect, test } from '@jest/globals';
import { withKey } from '../../../src/usecases/data-keys.js';
import { queueMessage } from '../../../src/usecases/mail/queue-message.js';
import { stillWanted } from '../../../src/usecases/mail/still-wanted.js';
import { recording } from '../../../src/usecases/recording.js';
import { decisionAs, desk, types } from './site.js';

describe('ends', () => {
  test.each([
    [{ kind: 'redirect', to: 'legal-working-group', note: 'Join the call.' }, 'redirected'],
    [{ kind: 'decline', policy: 'scope', reason: 'Research.' }, 'declined'],
  ])('%j stops the clock and tells the requester', async (decision, status) => {
    const { id } = await desk.submit({}, { email: `${status}@legal-aid.example` });
    const ended = await desk.decide(id, decision, 'coordinator');
    expect(ended).toMatchObject({ status, clock: { state: 'stopped' } });
    expect((await desk.mails(id)).at(-1)).toBe(status);
    expect(await decisionAs(id, { kind: 'assign', to: 'attorney@desk.example' }, 'admin')).toMatchObject({
      status: 409,
      body: { code: 'not-allowed-now' },
    });
  });

  test('withdrawn by the requester', async () => {
    const { id } = await desk.submit({}, { email: 'withdraws@legal-aid.example' });
    const gone = await desk.api('POST', `/api/v1/ta-requests/${id}/withdrawal`, { body: {} });
    expect(gone).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
  });

  test('merged into an open one, which keeps the earliest date', async () => {
    const first = await desk.submit({}, { email: 'twice@legal-aid.example' });
    await desk.advance({ by: 'P3D' });
    const second = await desk.submit({}, { email: 'twice@legal-aid.example' });
    const merged = await desk.decide(first.id, { kind: 'merge', into: second.id }, 'coordinator');
    expect(merged).toMatchObject({ status: 'merged', mergedInto: second.id });
    await desk.advance({ by: 'PT1M' });
    const { body: target } = await desk.api('GET', `/api/v1/ta-requests/${second.id}`);
    expect(target).toMatchObject({ receivedAt: first.receivedAt, dueAt: first.dueAt });
  });

  test('never merged into another person’s, whose dates stay their own', async () => {
    const { services } = desk.wired;
    const inSixWeeks = new Date(services.clock.now().getTime() + 42 * 86_400_000).toISOString();
    const court = { kind: 'court', date: inSixWeeks.slice(0, 10) };
    const first = await desk.submit({ courtOrFilingDeadline: court }, { email: 'one@legal-aid.example' });
    await desk.advance({ by: 'PT1H' });
    const second = await desk.submit({}, { email: 'two@legal-aid.example' });
    expect(await decisionAs(first.id, { kind: 'merge', into: second.id }, 'admin')).toMatchObject({
      status: 422,
      body: {
        code: 'invalid',
        detail: expect.stringContaining('redirect this one'),
        errors: [{ pointer: '/into' }],
      },
    });
    const command = (samePerson?: boolean) => ({
      v: 1 as const,
      commandId: crypto.randomUUID(),
      actor: 'user:somebody',
      role: 'admin' as const,
      notAfter: new Date(services.clock.now().getTime() + 3_600_000).toISOString(),
      onBehalfOf: null,
      command: { kind: 'merge' as const, into: second.id, samePerson },
    });
    const { processes } = services;
    expect(await processes.decide(`ta-request/${first.id}/1`, command(false))).toMatchObject({
      outcome: 'refused',
      problem: { code: 'invalid' },
    });
    // One that doesn't say, sent before it was asked for: it ends, and passes nothing on.
    expect(await processes.decide(`ta-request/${first.id}/1`, command())).toMatchObject({ outcome: 'done' });
    await desk.advance({ by: 'PT1M' });
    const { body: target } = await desk.api('GET', `/api/v1/ta-requests/${second.id}`);
    expect(target).toMatchObject({ receivedAt: second.receivedAt, courtOrFilingDeadline: null });
    expect(await types(second.id)).toEqual(['received']);
  });
});

describe('two requests that are merged at one moment', () => {
  const merge = (into: string) => ({
    v: 1 as const,
    commandId: crypto.randomUUID(),
    actor: 'user:somebody',
    role: 'admin' as const,
    notAfter: new Date(desk.wired.services.clock.now().getTime() + 3_600_000).toISOString(),
    onBehalfOf: null,
    command: { kind: 'merge' as const, into, samePerson: true },
  });
  const decide = (id: string, into: string) =>
    desk.wired.services.processes.decide(`ta-request/${id}/1`, merge(into));

  test('into one that has ended: refused, and it stays open', async () => {
    const first = await desk.submit({}, { email: 'ended@merges.example' });
    const second = await desk.submit({}, { email: 'ended@merges.example' });
    await desk.api('POST', `/api/v1/ta-requests/${second.id}/withdrawal`, { body: {} });
    expect(await decide(first.id, second.id)).toMatchObject({
      outcome: 'refused',
      problem: { code: 'invalid' },
    });
    const { body } = await desk.api('GET', `/api/v1/ta-requests/${first.id}`);
    expect(body).toMatchObject({ status: 'queued', mergedInto: null, version: 1 });
  });

  test('into each other: one of them is still to be answered', async () => {
    const first = await desk.submit({}, { email: 'both@merges.example' });
    const second = await desk.submit({}, { email: 'both@merges.example' });
    const outcomes = await Promise.all([decide(first.id, second.id), decide(second.id, first.id)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused']);
    const bodies = [first, second].map(({ id }) => desk.api('GET', `/api/v1/ta-requests/${id}`));
    expect((await Promise.all(bodies)).map(({ body }) => body.status).sort()).toEqual(['merged', 'queued']);
  });

  test('a sign-in link that the mail server took too late for is not sent', async () => {
    const { services } = desk.wired;
    const leavesAfter = async (minutes: number) => {
      const to = [`in.${minutes}.minutes@legal-aid.example`];
      await recording(services, (rec) =>
        queueMessage(rec, services, {
          ...{ kind: 'sign-in', aboutId: null, to, effectKey: null },
          data: {
            ...{ organizationName: 'CAST', contactEmail: 'ta@cast.example', minutesValid: 10 },
            link: 'https://desk.example/sign-in/confirm?token=a',
            linkUntil: new Date(Date.now() + minutes * 60_000).toISOString(),
          },
        }),
      );
      const row = await services.db.message.findFirstOrThrow({
        where: { to: { equals: to } },
        include: withKey,
      });
      return stillWanted(services, row);
    };
    expect(await leavesAfter(10)).toBe('yes');
    expect(await leavesAfter(-1)).toBe('overtaken');
  });
});
