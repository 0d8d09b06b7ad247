import { describe, expect, test } from '@jest/globals';
import { listenTo } from '../call-people.js';
import { desk, LISTENER, register } from './site.js';

describe('registration', () => {
  test('a clean one is approved at once, and told', async () => {
    const { status, body } = await register(LISTENER);
    expect([status, body.status, body.reasons]).toEqual([201, 'approved', []]);
    await listenTo(desk, LISTENER);
    await desk.advance({ by: 'PT1M' });
    expect(await desk.mails(body.id)).toEqual(['registration-approved']);
  });

  test('one with a personal address waits for a person, and is told twice: waiting, approved', async () => {
    const { body } = await register('ana@gmail.com');
    expect([body.status, body.reasons]).toEqual(['pending', ['personal-email']]);
    const decided = await desk.api('POST', `/api/v1/registrations/${body.id}/decisions`, {
      as: 'coordinator',
      body: { kind: 'approve', reason: 'Known to us.' },
    });
    expect([decided.status, decided.body.status, decided.body.reply]).toEqual([
      200,
      'approved',
      'Known to us.',
    ]);
    await desk.advance({ by: 'PT1M' });
    // Staff heard that it waits for them.
    expect((await desk.mails(body.id)).sort()).toEqual([
      'registration-approved',
      'registration-pending',
      'registration-review',
    ]);
  });
});
