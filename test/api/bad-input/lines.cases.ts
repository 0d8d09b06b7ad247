import { describe, test } from '@jest/globals';
import { app, expectProblem, INSTANT, id, key } from './site.js';

describe('lines of staff and of other systems', () => {
  const completion = {
    email: 'ada@legal-aid.example',
    courseId: 'human-trafficking-defined',
    passed: true,
    completedAt: '2026-10-01T12:00:00Z',
    source: 'lms',
    sourceId: 'a',
  };
  test.each<[string, unknown, string]>([
    ['/closures', { date: '2026-12-24', name: 'Holi\u0000day' }, '/name'],
    ['/closures', { date: '2026-12-24', name: 'Holi\u202eday' }, '/name'],
    ['/closures', { date: '2026-12-24', name: '\u2063' }, '/name'],
    ['/completions', { ...completion, source: 'lms\u0000' }, '/source'],
    ['/completions', { ...completion, sourceId: 'a\nb' }, '/sourceId'],
    ['/completions', { ...completion, courseId: 'a\u0000' }, '/courseId'],
    ['/completions', { ...completion, completedAt: '2026-11-05T12:00:00Z' }, '/completedAt'],
    ['/subscriptions', { email: 'a@x.example', name: 'A\u0000', emailUpdates: true }, '/name'],
    ['/subscriptions', { email: 'a@x.example', name: '\u3164', emailUpdates: true }, '/name'],
    ['/subscriptions', { email: 'a\u0000@x.example', emailUpdates: true }, '/email'],
    ['/subscriptions/confirmations', { token: 'a\u0000' }, '/token'],
    ['/calls/legal-working-group-2026-12-02/attendance', [{ name: 'A\u0000', joinedAt: INSTANT }], '/0/name'],
  ])('%s %j', async (path, body, pointer) => {
    await expectProblem(await app.call(`/api/v1${path}`, { key, body }), 422, 'invalid', pointer);
  });
});

describe('broken multipart', () => {
  const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nwords';
  const form = 'multipart/form-data; boundary=b';
  test.each([
    ['without a boundary', 'multipart/form-data', `${part}\r\n--b--\r\n`],
    ['with an empty boundary', 'multipart/form-data; boundary=', `${part}\r\n--b--\r\n`],
    ['cut off', form, part],
    ['cut off in a header', form, '--b\r\nContent-Disposition: form-da'],
    ['empty', form, ''],
    ['of nothing but an end', form, '--b'],
    ['with another boundary', form, part.replace('--b', '--c')],
    [
      'with a field that has no name',
      form,
      '--b\r\nContent-Disposition: form-data; name=""\r\n\r\nx\r\n--b--\r\n',
    ],
  ])('%s', async (_name, type, body) => {
    for (const path of [`ta-requests/${id}/documents`, 'calls/legal-working-group-2026-12-02/attendance']) {
      const headers = { 'content-type': type };
      const response = await app.call(`/api/v1/${path}`, { key, method: 'POST', body, headers });
      await expectProblem(response, 400, 'malformed');
    }
  });
});
