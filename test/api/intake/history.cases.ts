import { describe, expect, test } from '@jest/globals';
import type { RequestView } from '../../../src/domain/requests/view.schema.js';
import { app, completes, key, MONDAY, newAddress, PROMISED, REVIEW, sent, submissionOf } from './site.js';

describe('what was before', () => {
  const again = async (change: (first: Record<string, unknown>) => Record<string, unknown>) => {
    app.setNow(MONDAY);
    const first = submissionOf({}, newAddress());
    expect(await sent(first)).toBe(PROMISED);
    return sent(change(first));
  };
  const requesterOf = (body: Record<string, unknown>) => body.requester as Record<string, unknown>;

  test.each<[string, (first: Record<string, unknown>) => Record<string, unknown>, string]>([
    ['the same words again', (first) => first, '409 duplicate-request'],
    [
      'the same, spaced and cased otherwise',
      (first) => ({ ...first, facts: `  ${String(first.facts).toUpperCase()}\n` }),
      '409 duplicate-request',
    ],
    ['of another kind', (first) => ({ ...first, kind: 'general-information' }), '409 duplicate-request'],
    ['other questions', (first) => ({ ...first, questions: 'And an appeal?' }), PROMISED],
    [
      'the same words of a colleague',
      (first) => ({ ...first, requester: { ...requesterOf(first), email: newAddress() } }),
      PROMISED,
    ],
    [
      'their address in capitals',
      (first) => ({
        ...first,
        requester: { ...requesterOf(first), email: String(requesterOf(first).email).toUpperCase() },
      }),
      '409 duplicate-request',
    ],
  ])('%s', async (_, change, decision) => {
    expect(await again(change)).toBe(decision);
  });

  test('the same words after the first was withdrawn', async () => {
    app.setNow(MONDAY);
    const body = submissionOf({}, newAddress());
    const first = await app.call('/api/v1/ta-requests', { key, body });
    const { id } = (await first.json()) as RequestView;
    await app.services.db.taRequest.update({ where: { id }, data: { status: 'withdrawn' } });
    expect(await sent(body)).toBe(PROMISED);
  });

  test('a course passed under the address in capitals, before they were known', async () => {
    const email = newAddress();
    for (const course of ['defined', 'visas'] as const) await completes(email.toUpperCase(), course);
    app.setNow(MONDAY);
    expect(await sent(submissionOf({ document: 't-visa-rfe' }, email))).toBe(REVIEW);
  });

  test('a course passed under another address of theirs', async () => {
    const [email, other] = [newAddress(), newAddress()];
    for (const course of ['defined', 'visas'] as const) await completes(other, course);
    app.setNow(MONDAY);
    const { body } = await known(email);
    const added = await app.call(`/api/v1/people/${body.requester.id}/addresses`, {
      key,
      body: { email: other },
    });
    expect(added.status).toBe(201);
    expect(await sent(submissionOf({ document: 't-visa-rfe', over: { facts: 'Later.' } }, email))).toBe(
      REVIEW,
    );
  });

  test('a supervisor who is the asker, under another address of theirs', async () => {
    const [email, other] = [newAddress(), newAddress()];
    app.setNow(MONDAY);
    const { body } = await known(email);
    await app.call(`/api/v1/people/${body.requester.id}/addresses`, { key, body: { email: other } });
    const supervisor = { name: 'Ada', email: other, role: 'attorney' };
    const asks = submissionOf({ role: 'law-student', over: { supervisor, facts: 'More facts.' } }, email);
    expect(await sent(asks)).toBe('422 supervisor-required /supervisor/email');
  });

  async function known(email: string): Promise<{ body: RequestView }> {
    const answer = await app.call('/api/v1/ta-requests', { key, body: submissionOf({}, email) });
    return { body: (await answer.json()) as RequestView };
  }
});
