import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { requestWorkflowId } from '../../../src/domain/requests/workflow-id.js';
import { desk } from './site.js';

/** A reviewer sends what they have read, whatever else was written at the same moment. */
describe('the answer', () => {
  test('saved while another draft was being submitted: the one submitted is shown, and sent', async () => {
    const { id } = await desk.submit({}, { email: 'two.drafts@legal-aid.example' });
    const { db, processes, clock } = desk.wired.services;
    await desk.decide(id, { kind: 'draft-response', body: 'As submitted.' }, 'attorney');
    const submitted = await db.caseText.findFirstOrThrow({ where: { requestId: id, field: 'draft' } });
    await desk.advance({ by: 'PT1M' });
    await desk.decide(id, { kind: 'draft-response', body: 'Saved a moment later.' }, 'director');
    // As sent by whoever submitted before the other one was saved.
    const outcome = await processes.decide(requestWorkflowId(id, 1), {
      v: 1,
      commandId: randomUUID(),
      actor: submitted.author,
      role: 'attorney',
      notAfter: new Date(clock.now().getTime() + 60_000).toISOString(),
      onBehalfOf: null,
      command: { kind: 'submit-for-review', draftAuthor: submitted.author, draftId: submitted.id },
    });
    expect(outcome.outcome).toBe('done');

    const content = (await desk.api('GET', `/api/v1/ta-requests/${id}/content`)).body;
    expect(content.draft.body).toBe('As submitted.');
    // Whose draft it is counts, not who wrote last.
    expect(
      await desk.api('POST', `/api/v1/ta-requests/${id}/decisions`, {
        as: 'attorney',
        body: { kind: 'send-response' },
      }),
    ).toMatchObject({ status: 403, body: { code: 'own-draft' } });
    await desk.decide(id, { kind: 'send-response' }, 'director');
    expect((await desk.api('GET', `/api/v1/ta-requests/${id}/response`)).body.body).toBe('As submitted.');
  });

  test('returned, it is the last draft again that is worked on and submitted', async () => {
    const { id } = await desk.submit({}, { email: 'returned@legal-aid.example' });
    await desk.decide(id, { kind: 'draft-response', body: 'First.' }, 'attorney');
    await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
    await desk.decide(id, { kind: 'return-response', note: 'Shorter.' }, 'reviewer');
    await desk.decide(id, { kind: 'draft-response', body: 'Second.' }, 'attorney');
    await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
    await desk.decide(id, { kind: 'send-response' }, 'reviewer');
    expect((await desk.api('GET', `/api/v1/ta-requests/${id}/response`)).body.body).toBe('Second.');
  });
});
