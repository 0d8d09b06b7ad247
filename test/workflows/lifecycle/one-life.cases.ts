import { expect, test } from '@jest/globals';
import { decisionAs, desk, types } from './site.js';

test('asked, assigned, asked back, answered, reviewed, sent, closed, reopened', async () => {
  const { id } = await desk.submit(
    {
      supervisor: { name: 'Sam Lee', email: 'sam.lee@legal-aid.example', role: 'attorney' },
    },
    { role: 'paralegal', email: 'para@legal-aid.example' },
  );
  // In the order of the event's row, though they are written at once.
  expect((await desk.mails(id)).slice(0, 2)).toEqual(['request-received', 'supervisor-confirmation']);

  const assigned = await desk.decide(id, { kind: 'assign', to: 'attorney@desk.example' }, 'coordinator');
  expect(assigned).toMatchObject({ status: 'in-progress', assignee: { email: 'attorney@desk.example' } });
  await desk.decide(id, { kind: 'request-information', question: 'Which office?' }, 'attorney');
  await desk.advance({ by: 'P2D' });
  const answered = await desk.api('POST', `/api/v1/ta-requests/${id}/information`, {
    body: { answer: 'Vermont.' },
  });
  expect(answered).toMatchObject({
    status: 200,
    body: { status: 'in-progress', clock: { state: 'running' } },
  });

  await desk.decide(id, { kind: 'draft-response', body: 'First thoughts.' }, 'attorney');
  await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
  expect(await decisionAs(id, { kind: 'send-response' }, 'attorney')).toMatchObject({
    status: 403,
    body: { code: 'own-draft' },
  });
  await desk.decide(id, { kind: 'return-response', note: 'Cite the rule.' }, 'reviewer');
  await desk.decide(id, { kind: 'draft-response', body: 'With the rule.' }, 'attorney');
  await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
  expect(await decisionAs(id, { kind: 'send-response' }, 'reviewer')).toMatchObject({
    status: 409,
    body: { code: 'not-allowed-now' },
  });
  await desk.api('POST', `/api/v1/ta-requests/${id}/supervisor-confirmation`, { body: { confirms: true } });
  const sent = await desk.decide(id, { kind: 'send-response' }, 'reviewer');
  expect(sent).toMatchObject({ status: 'responded', clock: { state: 'stopped' }, waitingFor: [] });

  expect((await desk.api('GET', `/api/v1/ta-requests/${id}/response`)).body.body).toBe('With the rule.');
  const { body: mails } = await desk.api('GET', `/api/v1/messages?about=${id}&limit=100`);
  const ready = mails.items.find((mail: { kind: string }) => mail.kind === 'response-ready');
  expect(ready).toMatchObject({
    to: ['para@legal-aid.example'],
    cc: ['sam.lee@legal-aid.example'],
    status: 'sent',
  });

  await desk.decide(id, { kind: 'close' }, 'coordinator');
  await desk.advance({ by: 'P30D' });
  const reopened = await desk.decide(id, { kind: 'reopen', reason: 'New decision.' }, 'coordinator');
  expect(reopened).toMatchObject({
    // Whoever had it has it again.
    status: 'in-progress',
    assignee: { email: 'attorney@desk.example' },
    episode: 2,
    clock: { state: 'running', businessDaysUsed: 0 },
  });
  expect(reopened.receivedAt).toBe((await desk.api('GET', `/api/v1/ta-requests/${id}`)).body.receivedAt);
  expect(await types(id)).toEqual([
    'received',
    'assigned',
    'information-requested',
    'supervisor-reminded',
    'information-answered',
    'submitted-for-review',
    'response-returned',
    'submitted-for-review',
    'supervisor-confirmed',
    'responded',
    'closed',
    'reopened',
  ]);
});
