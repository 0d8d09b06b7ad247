import { describe, expect, test } from '@jest/globals';
import { submissionSchema } from '../../../src/domain/requests/submission.schema.js';
import { goodSubmission } from '../support/submission.js';
import { app, expectProblem, FAR_DATES, key } from './site.js';

const requester = (change: Record<string, unknown>) => ({
  requester: { ...(goodSubmission().requester as object), ...change },
});

const supervised = (supervisor: unknown) => ({ ...requester({ role: 'paralegal' }), supervisor });

const lead = { name: 'Sue Visor', email: 'sue@legal-aid.example', role: 'attorney' };

const review = (change: Record<string, unknown>) => ({ kind: 'document-review', ...change });

describe('submissions', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['no requester', { requester: undefined }, 'invalid', '/requester'],
    ['a requester in words', { requester: 'Ada' }, 'invalid', '/requester'],
    ['no name', requester({ name: undefined }), 'invalid', '/requester/name'],
    ['a name of spaces', requester({ name: '   ' }), 'invalid', '/requester/name'],
    ['a name of 201 characters', requester({ name: 'x'.repeat(201) }), 'invalid', '/requester/name'],
    [
      'a name with a line break',
      requester({ name: 'Ada\nBcc: all@example.org' }),
      'invalid',
      '/requester/name',
    ],
    ['a name with NUL', requester({ name: 'Ada\u0000' }), 'invalid', '/requester/name'],
    ['a name with a C1 control', requester({ name: 'Ada\u0085' }), 'invalid', '/requester/name'],
    ['a name of zero-width spaces', requester({ name: '\u200b\u200b' }), 'invalid', '/requester/name'],
    ['a name of a Hangul filler', requester({ name: '\u3164' }), 'invalid', '/requester/name'],
    ['a name of soft hyphens', requester({ name: '\u00ad' }), 'invalid', '/requester/name'],
    ['a name that turns the line', requester({ name: 'Ada\u202eevil' }), 'invalid', '/requester/name'],
    ['a name with an isolate', requester({ name: '\u2066Ada' }), 'invalid', '/requester/name'],
    ['a name with half an emoji', requester({ name: 'Ada \ud83d' }), 'invalid', '/requester/name'],
    [
      'an organization that shows nothing',
      requester({ organization: '\u2060' }),
      'invalid',
      '/requester/organization',
    ],
    ['a role with NUL', requester({ role: 'attor\u0000ney' }), 'invalid', '/requester/role'],
    ['a topic with NUL', { topics: ['immi\u0000gration'] }, 'invalid', '/topics/0'],
    ['facts with NUL', { facts: 'Facts\u0000 of a case' }, 'invalid', '/facts'],
    ['facts with an escape', { facts: 'Facts \u001b[31m' }, 'invalid', '/facts'],
    ['facts with a form feed', { facts: 'Facts\fmore' }, 'invalid', '/facts'],
    ['facts that show nothing', { facts: '\u200b\n\u200b' }, 'invalid', '/facts'],
    ['questions with DEL', { questions: 'Why\u007f?' }, 'invalid', '/questions'],
    ['a label with NUL', { clientAlias: 'R\u0000' }, 'invalid', '/clientAlias'],
    ['no e-mail', requester({ email: undefined }), 'invalid', '/requester/email'],
    ['an e-mail without domain', requester({ email: 'ada@' }), 'invalid', '/requester/email'],
    ['two e-mails', requester({ email: 'a@x.example,b@x.example' }), 'invalid', '/requester/email'],
    [
      'an e-mail with a header',
      requester({ email: 'a@x.example\r\nBcc: b@x.example' }),
      'invalid',
      '/requester/email',
    ],
    [
      'an e-mail of 255 characters',
      requester({ email: `${'a'.repeat(245)}@x.example` }),
      'invalid',
      '/requester/email',
    ],
    ['no role', requester({ role: undefined }), 'invalid', '/requester/role'],
    ['an unknown role', requester({ role: 'wizard' }), 'invalid', '/requester/role'],
    ['a survivor', requester({ role: 'survivor' }), 'role-not-served', ''],
    ['a member of the public', requester({ role: 'member-of-public' }), 'role-not-served', ''],
    [
      'a survivor who leaves the rest out',
      { requester: { role: 'survivor' }, facts: undefined },
      'role-not-served',
      '',
    ],
    ['a state that is none', requester({ state: 'California' }), 'invalid', '/requester/state'],
    ['a licence in no state', requester({ licensedIn: ['CA', 'XX'] }), 'invalid', '/requester/licensedIn/1'],
    ['licences as text', requester({ licensedIn: 'CA' }), 'invalid', '/requester/licensedIn'],
    ['a grantee as text', requester({ ovcGrantee: 'yes' }), 'invalid', '/requester/ovcGrantee'],
    ['an unknown field', { clientName: 'Maria' }, 'invalid', '/clientName'],
    ['an unknown field inside', requester({ phone: '555-0100' }), 'invalid', '/requester/phone'],
    ['no kind', { kind: undefined }, 'invalid', '/kind'],
    ['an unknown kind', { kind: 'phone-call' }, 'invalid', '/kind'],
    ['a review without document', review({}), 'invalid', '/documentKind'],
    ['an unknown document', review({ documentKind: 'green-card' }), 'invalid', '/documentKind'],
    ['a document without review', { documentKind: 't-visa-rfe' }, 'invalid', '/documentKind'],
    [
      'another document, T visa or not unsaid',
      review({ documentKind: 'other-document' }),
      'invalid',
      '/tVisaRelated',
    ],
    [
      'T visa or not in words',
      review({ documentKind: 'other-document', tVisaRelated: 'maybe' }),
      'invalid',
      '/tVisaRelated',
    ],
    [
      'the first declaration',
      review({ documentKind: 't-visa-initial-declaration' }),
      'document-kind-not-reviewed',
      '/documentKind',
    ],
    ['no topics', { topics: [] }, 'invalid', '/topics'],
    ['a topic as text', { topics: 'immigration' }, 'invalid', '/topics'],
    ['an unknown topic', { topics: ['immigration', 'taxes'] }, 'invalid', '/topics/1'],
    ['twenty-one topics', { topics: Array(21).fill('immigration') }, 'invalid', '/topics'],
    ['no facts', { facts: undefined }, 'invalid', '/facts'],
    ['facts of spaces', { facts: ' \n ' }, 'invalid', '/facts'],
    ['facts of 20,001 characters', { facts: 'x'.repeat(20_001) }, 'invalid', '/facts'],
    ['facts as a list', { facts: ['a', 'b'] }, 'invalid', '/facts'],
    ['no questions', { questions: '' }, 'invalid', '/questions'],
    ['a label of 41 characters', { clientAlias: 'x'.repeat(41) }, 'invalid', '/clientAlias'],
    ['the scope not acknowledged', { acknowledgesScope: false }, 'invalid', '/acknowledgesScope'],
    ['the scope left out', { acknowledgesScope: undefined }, 'invalid', '/acknowledgesScope'],
    ['a deadline in words', { courtOrFilingDeadline: 'soon' }, 'invalid', '/courtOrFilingDeadline'],
    [
      'a deadline of an unknown kind',
      { courtOrFilingDeadline: { kind: 'wedding', date: '2026-12-18' } },
      'invalid',
      '/courtOrFilingDeadline/kind',
    ],
    [
      'a deadline on a day that does not exist',
      { courtOrFilingDeadline: { kind: 'court', date: '2026-02-30' } },
      'invalid',
      '/courtOrFilingDeadline/date',
    ],
    [
      'a deadline as a moment',
      { courtOrFilingDeadline: { kind: 'court', date: '2026-12-18T10:00:00Z' } },
      'invalid',
      '/courtOrFilingDeadline/date',
    ],
    ...FAR_DATES.map((date): [string, Record<string, unknown>, string, string] => [
      `a deadline on ${date}`,
      { courtOrFilingDeadline: { kind: 'court', date } },
      'invalid',
      '/courtOrFilingDeadline/date',
    ]),
    ['a paralegal without supervisor', supervised(undefined), 'supervisor-required', '/supervisor'],
    [
      'a law student without supervisor',
      requester({ role: 'law-student' }),
      'supervisor-required',
      '/supervisor',
    ],
    [
      'a paralegal who supervises herself',
      supervised({ ...lead, email: 'ADA@legal-aid.example' }),
      'supervisor-required',
      '/supervisor/email',
    ],
    [
      'a supervisor who is a case manager',
      supervised({ ...lead, role: 'case-manager' }),
      'supervisor-required',
      '/supervisor/role',
    ],
    ['a supervisor without address', supervised({ ...lead, email: '' }), 'invalid', '/supervisor/email'],
    ['a supervisor by name only', supervised('Sue Visor'), 'invalid', '/supervisor'],
  ])('%s', async (_name, change, code, pointer) => {
    const body = { ...goodSubmission(), ...change };
    const response = await app.call('/api/v1/ta-requests', { key, body });
    await expectProblem(response, 422, code, pointer || undefined);
  });

  test('the same words again while the first is open', async () => {
    const body = goodSubmission({ facts: '  The ONE there   is ' });
    await expectProblem(await app.call('/api/v1/ta-requests', { key, body }), 409, 'duplicate-request');
  });

  test.each(['the\u200b one th\u200bere is', 'the one\ufeff there i\u00ads', 'the o\u2060ne there is\u3164'])(
    'the same words again, with what has no shape among them: %j',
    async (facts) => {
      const response = await app.call('/api/v1/ta-requests', { key, body: goodSubmission({ facts }) });
      await expectProblem(response, 409, 'duplicate-request');
    },
  );

  test('a submission with a tab, line ends and a joined name is fine', async () => {
    const parsed = submissionSchema.safeParse({
      ...goodSubmission({ facts: 'One.\r\n\tTwo.' }),
      ...requester({ name: 'علی\u200cرضا' }),
    });
    expect(parsed.error).toBeUndefined();
  });

  test.each([
    ['no body', undefined, 422, 'invalid'],
    ['a list', '[]', 422, 'invalid'],
    ['null', 'null', 400, 'malformed'],
    ['a word', '"words"', 400, 'malformed'],
    ['cut off', '{"requester": {', 400, 'malformed'],
    ['not UTF-16', '\ufeff{', 400, 'malformed'],
  ])('a body that is %s', async (_name, body, status, code) => {
    const headers = { 'content-type': 'application/json' };
    await expectProblem(
      await app.call('/api/v1/ta-requests', { key, method: 'POST', body, headers }),
      status,
      code,
    );
  });

  test('a body nested a hundred thousand deep', async () => {
    const body = `{"facts":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'nested' };
    await expectProblem(
      await app.call('/api/v1/ta-requests', { key, method: 'POST', body, headers }),
      400,
      'malformed',
    );
  });

  test('a form instead of JSON', async () => {
    const headers = { 'content-type': 'text/plain' };
    const response = await app.call('/api/v1/ta-requests', {
      key,
      body: JSON.stringify(goodSubmission()),
      headers,
    });
    await expectProblem(response, 422, 'invalid', '');
  });
});
