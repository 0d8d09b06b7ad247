import { describe, expect, test } from '@jest/globals';
import { submissionSchema } from '../../../src/domain/requests/submission.schema.js';
import { confirmSubmission } from '../../../src/usecases/requests/confirm-submission.js';
import { submitUnconfirmed } from '../../../src/usecases/requests/submit-unconfirmed.js';
import { confirmationToken } from '../../../src/usecases/requests/unconfirmed-submission.js';
import { discardSubmission, formOfLink } from '../../../src/usecases/requests/waiting-submission.js';
import { submission } from '../../support/desk.js';
import { desk } from './site.js';

describe('a web form that waits for its sender', () => {
  const hold = async (email: string) => {
    const { services } = desk.wired;
    const form = submissionSchema.parse(submission({}, { email }));
    const held = await submitUnconfirmed(services, form, crypto.randomUUID());
    if (!held.ok) throw new Error(held.problem.code);
    return services.db.unconfirmedSubmission.findUniqueOrThrow({ where: { id: held.value.id } });
  };
  const days = async (id: string) => {
    const { db } = desk.wired.services;
    const rows = await db.message.findMany({
      where: { aboutId: id, kind: 'confirm-address' },
      orderBy: { queuedAt: 'asc' },
    });
    const [first] = rows;
    return rows.map(({ queuedAt, subject }) => [
      Math.round((queuedAt.getTime() - (first?.queuedAt.getTime() ?? 0)) / 86_400_000),
      subject.startsWith('Reminder'),
    ]);
  };

  test('is reminded of after 1, 3 and 6 days, and erased after 7; what was confirmed or thrown away is not', async () => {
    const { services } = desk.wired;
    const left = await hold('left@legal-aid.example');
    const confirmed = await hold('confirmed@legal-aid.example');
    const thrown = await hold('thrown@legal-aid.example');
    await desk.advance({ by: 'P2D' });
    const { sentAt } = confirmed;
    const done = await confirmSubmission(services, confirmationToken(services, confirmed));
    expect(done).toMatchObject({ ok: true, value: { requestId: confirmed.id } });
    await discardSubmission(services, confirmationToken(services, thrown));
    await desk.advance({ by: 'P4DT1H' });
    expect(await formOfLink(services, confirmationToken(services, left))).not.toBeNull();
    await desk.advance({ by: 'P1D' });
    expect(await formOfLink(services, confirmationToken(services, left))).toBeNull();
    expect(await services.db.unconfirmedSubmission.count()).toBe(0);
    expect(await days(left.id)).toEqual([
      [0, false],
      [1, true],
      [3, true],
      [6, true],
    ]);
    for (const { id } of [confirmed, thrown]) expect((await days(id)).length).toBe(2);
    const { body } = await desk.api('GET', `/api/v1/ta-requests/${confirmed.id}`);
    expect(body.receivedAt).toBe(sentAt.toISOString());
  });
});
