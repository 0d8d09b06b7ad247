import { describe, expect, test } from '@jest/globals';
import { goodSubmission } from '../support/submission.js';
import { address, app, asStaff, request } from './site.js';

/** A paralegal's request, with somebody who supervises. */
const supervised = (email: string, supervisor: string) =>
  request(email, {
    requester: { ...(goodSubmission().requester as object), email, role: 'paralegal' },
    supervisor: { name: 'Sam Lee', email: supervisor, role: 'attorney' },
  });

describe('nobody supervises themself under another address', () => {
  test('a new request that says so is refused', async () => {
    const [own, other] = [address('abe'), address('abe-too')];
    const { requester } = await request(own);
    await asStaff(`/people/${requester.id}/addresses`, { email: other });
    const body = goodSubmission({
      requester: { ...(goodSubmission().requester as object), email: own, role: 'paralegal' },
      supervisor: { name: 'Abe', email: other, role: 'attorney' },
    });
    const refused = await asStaff('/ta-requests', body);
    expect([refused.status, refused.body.code]).toEqual([422, 'supervisor-required']);
    expect(refused.body.errors).toMatchObject([{ pointer: '/supervisor/email' }]);
  });

  test('nor does an answer that names them', async () => {
    const [own, other] = [address('bob'), address('bob-too')];
    const made = await supervised(own, address('sam'));
    await asStaff(`/people/${made.requester.id}/addresses`, { email: other });
    const { db } = app.services;
    await db.taRequest.update({ where: { id: made.id }, data: { status: 'awaiting-information' } });
    const supervisor = { name: 'Bob', email: other, role: 'attorney' };
    const refused = await asStaff(`/ta-requests/${made.id}/information`, { answer: 'He does.', supervisor });
    expect([refused.status, refused.body.errors]).toMatchObject([422, [{ pointer: '/supervisor/email' }]]);
  });
});
