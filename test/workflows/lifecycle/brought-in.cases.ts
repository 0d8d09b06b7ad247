import { expect, test } from '@jest/globals';
import { submissionSchema } from '../../../src/domain/requests/submission.schema.js';
import { importRequests } from '../../../src/usecases/requests/import-requests.js';
import { submission } from '../../support/desk.js';
import { desk } from './site.js';

test('brought in from an older form: first dates kept, nobody written to but staff', async () => {
  const rows = ['2054-10-05T17:00:00.000Z', '2054-11-20T18:00:00.000Z'].map((receivedAt, index) => ({
    line: index + 2,
    receivedAt,
    submission: submissionSchema.parse(
      submission({ facts: `Old ${index}` }, { email: `old${index}@legal-aid.example` }),
    ),
  }));
  expect(await importRequests(desk.wired.services, rows)).toMatchObject({
    ok: true,
    value: { imported: 2, overdue: 2 },
  });
  const list = await desk.api('GET', '/api/v1/ta-requests?q=old0%40legal-aid.example');
  const overdue: string = list.body.items[0].id;
  const { body } = await desk.api('GET', `/api/v1/ta-requests/${overdue}`);
  expect(body).toMatchObject({ receivedAt: '2054-10-05T17:00:00.000Z', status: 'queued' });
  expect(body.escalationLevel).toBeGreaterThan(0);
  expect(await desk.mails(overdue)).toEqual([]);
  const again = await importRequests(desk.wired.services, rows);
  expect(again).toMatchObject({ ok: false, problems: [{ line: 2 }, { line: 3 }] });
  const before = body.escalationLevel;
  await desk.advance({ by: 'P9D' });
  const later = (await desk.api('GET', `/api/v1/ta-requests/${overdue}`)).body;
  expect(later.escalationLevel).toBeGreaterThan(before);
});
