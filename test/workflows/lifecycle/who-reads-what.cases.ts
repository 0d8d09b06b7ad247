import { beforeAll, describe, expect, test } from '@jest/globals';
import { CASE_TEXTS, type CaseField } from '../../../src/domain/requests/case-texts.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { renderMessage } from '../../../src/usecases/mail/render-message.js';
import { cookiesOf } from '../../support/sign-in.js';
import { desk } from './site.js';

const ATTORNEY = 'attorney@desk.example';

type Reader = 'requester' | 'supervisor' | 'another requester' | 'coordinator' | 'attorney';
const CASE: Reader[] = ['requester', 'supervisor', 'coordinator', 'attorney'];
const STAFF: Reader[] = ['coordinator', 'attorney'];

/** Every text of a case, told by the word typed there, and who finds it. */
const READERS: [string, Reader[]][] = [
  ['wordfacts', CASE],
  ['wordquestions', CASE],
  ['wordlabel', CASE],
  ['wordasked', CASE],
  ['wordanswer', CASE],
  ['wordurgent', STAFF],
  ['wordextended', CASE],
  ['wordnote', STAFF],
  // Read where tasks are, by staff alone.
  ['wordtask', []],
  ['wordreturned', STAFF],
  ['wordresponse', CASE],
  ['wordfollowup', CASE],
  ['wordanswered', CASE],
  ['wordreopened', STAFF],
  ['wordredirected', CASE],
  ['wordagain', STAFF],
  ['worddeclined', CASE],
  ['wordthird', STAFF],
  ['worddraft', STAFF],
  ['wordwithdrawn', CASE],
];

/** Texts whose readers other tests ask: letters (`api/correspondence`), walls (`api/permissions`), how it was (the canary), what is applied and shown by itself, older reasons. */
const ELSEWHERE: CaseField[] = [
  'message',
  'reply',
  'reopening-request',
  'reopening-refusal',
  'feedback-comment',
  'reason',
  'wall-reason',
  'wall-end-reason',
  'court-deadline',
  'new-supervisor',
  'classification',
];

const REQUESTER = 'reads.own@legal-aid.example';
const SUPERVISOR = 'reads.supervised@legal-aid.example';

/** What staff and others type, and whom it reaches: pages, API, events, mails. */
describe('who reads what is typed about a case', () => {
  let id: string;
  const seen = {} as Record<Reader, string>;
  let mails: string;

  beforeAll(async () => {
    id = await liveThroughAll();
    seen.requester = await outside(REQUESTER, id);
    seen.supervisor = await outside(SUPERVISOR, id);
    seen['another requester'] = await outside('reads.nothing@legal-aid.example', id);
    for (const role of ['coordinator', 'attorney'] as const) {
      const parts = ['', '/events', '/content', '/response'].map((part) =>
        desk.api('GET', `/api/v1/ta-requests/${id}${part}`, { as: role }),
      );
      seen[role] = JSON.stringify((await Promise.all(parts)).map(({ body }) => body));
    }
    const { services } = desk.wired;
    const sent = await services.db.message.findMany({ where: { aboutId: id }, include: withKey });
    mails = JSON.stringify(await Promise.all(sent.map((row) => renderMessage(services, row))));
  }, 60_000);

  test.each(READERS)('%s: %j', (word, readers) => {
    const found = Object.entries(seen).filter(([, text]) => text.includes(word));
    expect(found.map(([reader]) => reader).sort()).toEqual([...readers].sort());
    expect(mails).not.toContain(word);
  });

  test('no text of a case is left out', async () => {
    const rows = await desk.wired.services.db.caseText.findMany({
      where: { requestId: id },
      select: { field: true },
      distinct: ['field'],
    });
    const typed = [...rows.map(({ field }) => field), ...ELSEWHERE];
    expect([...new Set(typed)].sort()).toEqual(Object.keys(CASE_TEXTS).sort());
  });

  test('nobody outside the staff learns who decided, on which ground, or what staff were reminded of', () => {
    for (const reader of ['requester', 'supervisor', 'another requester'] as const) {
      for (const inside of [
        ATTORNEY,
        'ethics',
        'assigneeId',
        'reprioritised',
        'response-returned',
        '"level"',
      ]) {
        expect([reader, inside, seen[reader].includes(inside)]).toEqual([reader, inside, false]);
      }
    }
    expect(seen.attorney).toContain('"policy":"ethics"');
    expect(mails).not.toContain('ethics');
  });

  test('the list does not answer who on staff has a request', async () => {
    const cookie = await cookiesOf(desk, REQUESTER);
    const asked = (assignee: string) =>
      desk.api('GET', `/api/v1/ta-requests?assignee=${assignee}`, { as: null, headers: { cookie } });
    expect(await asked(ATTORNEY)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/assignee' }] },
    });
    expect((await asked('none')).status).toBe(422);
  });

  test('a supervisor who says no has seen nothing by it', async () => {
    const email = 'says.no@legal-aid.example';
    const { id: refused } = await desk.submit(
      { supervisor: { name: 'Sal No', email, role: 'attorney' }, facts: 'wordsecret' },
      { role: 'paralegal', email: 'asks.sal@legal-aid.example' },
    );
    const cookie = await cookiesOf(desk, email);
    const page = await fetch(`${desk.url}/sign-out`, { headers: { cookie } });
    const html = await page.text();
    const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const seed = page.headers.getSetCookie().map((line) => line.split(';')[0]);
    const answer = await desk.api('POST', `/api/v1/ta-requests/${refused}/supervisor-confirmation`, {
      as: null,
      body: { confirms: false },
      headers: { cookie: [cookie, ...seed].join('; '), 'x-csrf-token': csrf },
    });
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect((await outside(email, refused)).includes('asks.sal')).toBe(false);
  });
});

/** All that somebody signed in under this address gets to see of a request, on pages and over the API. */
async function outside(email: string, id: string): Promise<string> {
  const cookie = await cookiesOf(desk, email);
  const api = `/api/v1/ta-requests/${id}`;
  const page = `/my/requests/${id}`;
  const paths = [
    ...[api, `${api}/events`, `${api}/content`, `${api}/response`, `${api}/clock`, `${api}/documents`],
    ...[page, `${page}/response`, `${page}/clock`, '/my/requests', '/api/v1/ta-requests'],
    ...[`/api/v1/messages?about=${id}`, `/staff/requests/${id}`],
  ];
  const texts = await Promise.all(
    paths.map(async (path) => (await fetch(`${desk.url}${path}`, { headers: { cookie } })).text()),
  );
  return texts.join('\n');
}

/** One case in which everything that can be typed is typed once. */
async function liveThroughAll(): Promise<string> {
  const { id } = await desk.submit(
    {
      supervisor: { name: 'Sue Pervisor', email: SUPERVISOR, role: 'attorney' },
      facts: 'wordfacts',
      questions: 'wordquestions',
      clientAlias: 'wordlabel',
    },
    { role: 'paralegal', email: REQUESTER },
  );
  const request = `/api/v1/ta-requests/${id}`;
  const post = async (what: string, body: object) => {
    const { status } = await desk.api('POST', `${request}/${what}`, { body });
    if (status !== 200) throw new Error(`${what} answered ${status}`);
  };
  await post('supervisor-confirmation', { confirms: true });
  await desk.decide(id, { kind: 'assign', to: ATTORNEY });
  await desk.decide(id, { kind: 'request-information', question: 'wordasked' });
  await post('information', { answer: 'wordanswer' });
  await desk.decide(id, { kind: 'reprioritise', urgent: true, reason: 'wordurgent' });
  await desk.decide(id, { kind: 'extend', businessDays: 2, reason: 'wordextended' });
  await desk.decide(id, { kind: 'note', body: 'wordnote' });
  const { days } = (
    await desk.api('GET', '/api/v1/deadlines?receivedAt=2055-11-01T12:00:00Z&businessDays=200')
  ).body;
  const task = { to: 'attorney@desk.example', dueOn: days.at(-1).date };
  await desk.decide(id, { kind: 'add-task', what: 'wordtask', ...task });
  await desk.decide(id, { kind: 'draft-response', body: 'wordresponse' }, 'attorney');
  await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
  await desk.decide(id, { kind: 'return-response', note: 'wordreturned' }, 'reviewer');
  await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
  await desk.decide(id, { kind: 'send-response' }, 'reviewer');
  const told = await desk.api('POST', `${request}/follow-up`, { body: { question: 'wordfollowup' } });
  if (told.status !== 201) throw new Error(`follow-up answered ${told.status}`);
  await desk.decide(id, { kind: 'answer-follow-up', body: 'wordanswered' }, 'attorney');
  await desk.decide(id, { kind: 'send-response' }, 'reviewer');
  await desk.decide(id, { kind: 'reopen', reason: 'wordreopened' });
  await desk.decide(id, { kind: 'redirect', to: 'resources', note: 'wordredirected' });
  await desk.decide(id, { kind: 'reopen', reason: 'wordagain' });
  await desk.decide(id, { kind: 'decline', policy: 'ethics', reason: 'worddeclined' }, 'director');
  await desk.decide(id, { kind: 'reopen', reason: 'wordthird' });
  await desk.decide(id, { kind: 'draft-response', body: 'worddraft' }, 'attorney');
  await post('withdrawal', { reason: 'wordwithdrawn' });
  return id;
}
