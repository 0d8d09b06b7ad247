import { randomUUID } from 'node:crypto';
import { WORKSHEET_COLUMNS, WORKSHEET_PARTS } from '../../src/domain/worksheets/worksheet.schema.js';
import type { Database } from '../../src/ports/database.js';
import type { TestSystem } from '../support/system.js';
import type { Browser, Planter } from './planted-life.js';

export const ATTORNEY = 'attorney@desk.example';

/** Bodies that are refused: nothing of them may stay anywhere, not even who sent them. */
export async function refusals(plant: Planter, system: TestSystem): Promise<void> {
  const post = (body: unknown, status: number) =>
    plant.expectApi(status, 'POST', '/api/v1/ta-requests', body);
  await post(plant.full('survivor', 'case', {}, { role: 'survivor' }), 422);
  await post(plant.full('unknown role', 'case', {}, { role: plant.word('case', 'unknown role') }), 422);
  await post(plant.full('unknown topic', 'case', { topics: [plant.word('case', 'unknown topic')] }), 422);
  await post({ ...plant.full('unknown field', 'case'), [plant.word('case', 'unknown field')]: 1 }, 422);
  await post(
    plant.full('too long', 'case', { facts: `${plant.word('case', 'too long')} `.repeat(3000) }),
    422,
  );
  await post(plant.full('no supervisor', 'case', { supervisor: undefined }), 422);
  await plant.expectApi(404, 'GET', `/api/v1/${plant.word('case', 'unknown address')}`);
  await plant.expectApi(404, 'GET', plant.request(plant.word('case', 'unknown id')));
  await plant.expectApi(422, 'GET', `/api/v1/ta-requests?${plant.word('case', 'unknown query')}=1`);
  await plant.expectApi(200, 'GET', `/api/v1/ta-requests?q=${plant.word('case', 'search')}`);
  const raw = (path: string, init: RequestInit) => fetch(`${system.url}${path}`, { method: 'POST', ...init });
  await raw('/api/v1/ta-requests', {
    body: `{"facts": "${plant.word('case', 'broken JSON')}`,
    headers: {
      'content-type': 'application/json',
      referer: `https://x.example/${plant.word('case', 'referer')}`,
    },
  });
  await raw(`/supervisor/${plant.word('case', 'unknown token')}?x=${plant.word('case', 'query')}`, {
    body: new URLSearchParams({ [plant.word('case', 'form field')]: plant.word('case', 'form value') }),
    headers: {
      authorization: `Bearer ${plant.word('case', 'wrong key')}`,
      'user-agent': plant.word('case', 'browser'),
      cookie: `ta-desk-session=${plant.word('case', 'cookie')}`,
    },
  });
}

/** A paralegal's request from door to answer, asked back, refused by a supervisor, returned, reopened, declined. */
export async function wholeLife(plant: Planter): Promise<void> {
  const { word, decide, expectApi, request } = plant;
  const id = await plant.submit(plant.full('request'));
  await plant.upload(id, `${word('case', 'document: name')}.txt`, `Said ${word('case', 'document: body')}.`);
  await decide(id, { kind: 'note', body: word('case', 'note') });
  const { id: releaseId } = await expectApi(
    201,
    'POST',
    `${request(id)}/releases`,
    {
      ...{ recipientKind: 'partner', parts: ['question'], recipient: word('case', 'release: recipient') },
      purpose: word('case', 'release: purpose'),
      paper: { reference: word('case', 'release: paper'), signedOn: plant.now().toISOString().slice(0, 10) },
    },
    { as: 'director' },
  );
  const file = { releaseId, format: 'json' };
  await expectApi(201, 'POST', `${request(id)}/exports`, file, { as: 'director' });
  const another = { recipientKind: 'partner', parts: ['question'], recipient: 'Another', purpose: 'Help.' };
  const { id: taken } = await expectApi(201, 'POST', `${request(id)}/releases`, another, { as: 'director' });
  const revoked = { kind: 'revoke', reason: word('case', 'release: reason') };
  await expectApi(200, 'POST', `/api/v1/releases/${taken}/decisions`, revoked, { as: 'director' });
  await decide(id, { kind: 'assign', to: ATTORNEY });
  const { days } = await expectApi(
    200,
    'GET',
    `/api/v1/deadlines?receivedAt=${plant.now().toISOString()}&businessDays=5`,
  );
  const task = { to: ATTORNEY, dueOn: days.at(-1).date };
  await decide(id, { kind: 'add-task', what: word('case', 'task'), ...task });
  const [open] = (await expectApi(200, 'GET', `${request(id)}/tasks`)).items;
  await decide(id, { kind: 'change-task', task: open.id, what: word('case', 'task written anew') });
  await decide(id, { kind: 'finish-task', task: open.id });
  await decide(id, { kind: 'reprioritise', urgent: true, reason: word('case', 'reason to reprioritise') });
  await decide(id, { kind: 'extend', businessDays: 3, reason: word('case', 'reason to extend') });
  const tooMuch = { kind: 'extend', businessDays: 9, reason: word('case', 'reason of a refused decision') };
  await expectApi(403, 'POST', `${request(id)}/decisions`, tooMuch, { as: 'coordinator' });
  await expectApi(201, 'POST', `${request(id)}/correspondence`, { body: word('case', 'message') });
  await decide(id, { kind: 'reply', body: word('case', 'reply') });
  await expectApi(200, 'GET', `${request(id)}/correspondence`);
  await decide(id, { kind: 'request-information', question: word('case', 'question asked') });
  await expectApi(
    200,
    'POST',
    `${request(id)}/information`,
    { answer: word('case', 'answer') },
    { idempotencyKey: word('person', 'Idempotency-Key') },
  );
  await expectApi(200, 'POST', `${request(id)}/supervisor-confirmation`, { confirms: false });
  await expectApi(200, 'POST', `${request(id)}/information`, {
    answer: word('case', 'answer with another supervisor'),
    supervisor: {
      name: plant.name('other supervisor: name'),
      email: plant.address('other supervisor: address'),
      role: 'attorney',
    },
  });
  await expectApi(200, 'PUT', `${request(id)}/supervisor`, {
    name: plant.name('third supervisor: name'),
    email: plant.address('third supervisor: address'),
    role: 'attorney',
  });
  await expectApi(200, 'POST', `${request(id)}/supervisor-confirmation`, { confirms: true });
  await decide(id, { kind: 'draft-response', body: word('case', 'draft') }, 'attorney');
  await decide(
    id,
    { kind: 'submit-for-review', body: word('case', 'draft sent to review at once') },
    'attorney',
  );
  const [version] = (await expectApi(200, 'GET', `${request(id)}/answer-versions`)).items;
  const comment = { version: version.id, paragraph: 1, words: word('case', 'comment on a draft') };
  const { id: about } = await expectApi(201, 'POST', `${request(id)}/comments`, comment, { as: 'reviewer' });
  const said = { words: word('case', 'answer to a comment') };
  await expectApi(201, 'POST', `${request(id)}/comments/${about}/answers`, said, { as: 'attorney' });
  const returned = {
    note: word('case', 'return note'),
    body: word('case', 'draft as its reviewer changed it'),
  };
  await decide(id, { kind: 'return-response', ...returned }, 'reviewer');
  await decide(id, { kind: 'draft-response', body: word('case', 'second draft') }, 'attorney');
  await decide(id, { kind: 'submit-for-review' }, 'attorney');
  await decide(id, { kind: 'send-response' }, 'reviewer');
  await expectApi(201, 'POST', `${request(id)}/follow-up`, { question: word('case', 'follow-up question') });
  await decide(id, { kind: 'answer-follow-up', body: word('case', 'draft for the follow-up') }, 'attorney');
  await decide(id, { kind: 'submit-for-review' }, 'attorney');
  const back = { kind: 'return-response', note: word('case', 'return note for the follow-up') };
  await decide(id, back, 'reviewer');
  await decide(id, { kind: 'answer-follow-up', body: word('case', 'answer to the follow-up') }, 'attorney');
  await decide(id, { kind: 'send-response' }, 'reviewer');
  const feedback = { answered: 'partly', comment: word('case', 'comment on how it was') };
  await expectApi(201, 'POST', `${request(id)}/feedback`, feedback);
  for (const part of ['content', 'response', 'follow-up', 'events', 'clock', 'documents'])
    await expectApi(200, 'GET', `${request(id)}/${part}`);
  const wish = { reason: word('case', 'wish to have it reopened') };
  await expectApi(202, 'POST', `${request(id)}/reopening`, wish);
  const no = { kind: 'refuse-reopening', reason: word('case', 'reason not to reopen') };
  await decide(id, no, 'attorney');
  await decide(id, { kind: 'reopen', reason: word('case', 'reason to reopen an answer') });
  await decide(id, { kind: 'redirect', to: 'resources', note: word('case', 'redirect note') });
  await decide(id, { kind: 'reopen', reason: word('case', 'reason to reopen what has ended') });
  await decide(id, {
    kind: 'change-deadline',
    courtOrFilingDeadline: { kind: 'court', date: plant.inDays(40) },
  });
  await decide(
    id,
    { kind: 'decline', policy: 'ethics', reason: word('case', 'reason to decline') },
    'director',
  );

  const toMerge = plant.full('request to merge');
  const first = await plant.submit(toMerge);
  const { email } = toMerge.requester;
  const into = await plant.submit(plant.full('request to merge into', 'person', {}, { email }));
  await decide(first, { kind: 'merge', into });
  const other = await plant.submit(plant.full('request to withdraw'));
  await decide(other, { kind: 'reclassify', requestKind: 'document-review', documentKind: 't-visa-rfe' });
  await expectApi(200, 'POST', `${request(other)}/withdrawal`, {
    reason: word('case', 'reason to withdraw'),
  });
}

/** A conduct review through its appeal, and one that is dismissed: what is said in each. */
export async function conductReviews(plant: Planter): Promise<void> {
  const { word, expectApi } = plant;
  const as = 'director';
  const open = async (what: string) => {
    const { requester } = await expectApi(201, 'POST', '/api/v1/ta-requests', plant.full(what));
    const { id } = await expectApi(
      201,
      'POST',
      '/api/v1/conduct-reviews',
      { personId: requester.id, grounds: 'plagiarism', evidence: word('case', `${what}: evidence`) },
      { as },
    );
    return (decision: object, status = 200) =>
      expectApi(status, 'POST', `/api/v1/conduct-reviews/${id}/decisions`, decision, { as });
  };
  const decide = await open('conduct review');
  const refusal = {
    kind: 'refuse',
    until: plant.inDays(40),
    reason: word('case', 'conduct: reason to refuse'),
  };
  await decide({ ...refusal, reason: word('case', 'conduct: reason too early') }, 409);
  await decide({ kind: 'notify' });
  await decide({ kind: 'reply', body: word('case', 'conduct: reply') });
  await decide(refusal);
  await decide({ kind: 'appeal', reason: word('case', 'conduct: appeal') });
  await decide({ kind: 'decide-appeal', upheld: true, reason: word('case', 'conduct: appeal decided') });
  const other = await open('conduct review to dismiss');
  await other({ kind: 'dismiss', reason: word('case', 'conduct: reason to dismiss') });
}

/** Somebody on staff is away for some days: who stands in is one of the staff, and any other address is refused. */
export async function absences(plant: Planter): Promise<void> {
  const standIn = 'stand-in@desk.example';
  const name = plant.name('stand-in: name');
  await plant.desk('user', 'add', '--email', standIn, '--name', name, '--role', 'attorney');
  const away = { person: ATTORNEY, standIn, firstDay: plant.inDays(20), lastDay: plant.inDays(30) };
  const path = '/api/v1/absences';
  for (const nobody of [
    { person: plant.address('away: nobody') },
    { standIn: plant.address('stands in: nobody') },
  ]) {
    await plant.expectApi(422, 'POST', path, { ...away, ...nobody });
  }
  const { id } = await plant.expectApi(201, 'POST', path, away);
  const change = { kind: 'change', lastDay: plant.inDays(40) };
  const another = { ...change, standIn: plant.address('stands in later: nobody') };
  await plant.expectApi(422, 'POST', `${path}/${id}/decisions`, another);
  await plant.expectApi(200, 'POST', `${path}/${id}/decisions`, change);
  const { word, expectApi } = plant;
  const walls = `${plant.request(await plant.submit(plant.full('request to hide')))}/walls`;
  const wall = { staff: standIn, reason: word('case', 'why it is hidden from a colleague') };
  await expectApi(422, 'POST', walls, { ...wall, staff: plant.address('wall: nobody') });
  const { items } = await expectApi(200, 'POST', walls, wall);
  const over = { reason: word('case', 'why they may see it again') };
  await expectApi(200, 'POST', `${walls}/${items[0].id}/breaking`, over, { as: 'director' });
}

/** Keys of programs that call, and words about wishes; a wish itself is there once its link is used. */
export async function keysAndWishes(plant: Planter): Promise<void> {
  const { word, name, address, expectApi } = plant;
  const key = { name: name('key: name'), role: 'coordinator' };
  await expectApi(
    422,
    'POST',
    '/api/v1/api-keys',
    { ...key, owner: address('key: nobody') },
    { as: 'admin' },
  );
  await expectApi(201, 'POST', '/api/v1/api-keys', key, { as: 'admin' });
  for (const decision of [{ kind: 'carry-out' }, { kind: 'refuse', reason: 'not-sure-who' }]) {
    const words = word('case', `words of a wish: ${decision.kind}`);
    const path = `/api/v1/privacy-requests/${randomUUID()}/decisions`;
    await expectApi(404, 'POST', path, { ...decision, words }, { as: 'director' });
  }
}

/** What staff say an organization is called, and whose mail is its own. */
export async function organizations(plant: Planter): Promise<void> {
  const { word, expectApi } = plant;
  const { requester } = await expectApi(201, 'POST', '/api/v1/ta-requests', plant.full('of an organization'));
  const { organization } = await expectApi(200, 'GET', `/api/v1/people/${requester.id}`);
  await expectApi(200, 'PUT', `/api/v1/organizations/${organization.id}`, {
    name: `${word('person', 'organization: name')} Legal Aid`,
    domains: [`${word('person', 'organization: domain').toLowerCase()}.example`],
  });
}

/** A mentor is invited, and both sides of introductions say no, and why; how one went is said to nobody's process. */
export async function mentoring(plant: Planter): Promise<void> {
  const { word, name, address, expectApi } = plant;
  const email = address('mentor: address');
  const terms = { topics: ['immigration'], states: ['CA'], capacity: 3 };
  const invited = await expectApi(201, 'POST', '/api/v1/mentors', {
    ...{ email, name: name('mentor: name'), ...terms },
  });
  const mentor = await signedIn(plant, email);
  await mentor.open('/my/mentoring');
  await sent(mentor, '/my/mentoring', { choice: 'agree' });
  await expectApi(200, 'PUT', `/api/v1/mentors/${invited.id}`, { ...terms, pausedUntil: null });
  const propose = async (what: string) => {
    const asker = address(`${what}: address`);
    const full = plant.full(what, 'person', {}, { email: asker });
    const { id: requestId } = await expectApi(201, 'POST', '/api/v1/ta-requests', full);
    const proposed = { requestId, mentorId: invited.id, topic: 'immigration' };
    const { id } = await expectApi(201, 'POST', '/api/v1/introductions', proposed);
    const page = `/my/introductions/${id}`;
    const requester = await signedIn(plant, asker);
    await requester.open(page);
    return { id, page, requester };
  };
  const refused = await propose('introduction refused');
  const reason = word('case', 'introduction: reason of the requester');
  await sent(refused.requester, refused.page, { choice: 'decline', reason });
  const asked = await propose('introduction asked');
  await sent(asked.requester, asked.page, { choice: 'consent' });
  await mentor.open(asked.page);
  await sent(mentor, asked.page, {
    ...{ choice: 'decline', reason: word('case', 'introduction: reason of the mentor') },
  });
  // Nobody says yes, no or how it went for somebody else.
  const path = `/api/v1/introductions/${asked.id}/decisions`;
  for (const decision of [
    { kind: 'decline', reason: word('case', 'introduction: reason by staff') },
    { kind: 'answer', met: false, comment: word('case', 'introduction: comment by staff') },
  ]) {
    await expectApi(403, 'POST', path, decision);
  }
  await expectApi(200, 'GET', `/api/v1/introductions/${asked.id}`);
}

/** Precedents tell of no case by rule: their words stand in the open, and nowhere else. */
export async function precedents(plant: Planter): Promise<void> {
  const { word, expectApi } = plant;
  const wording = {
    question: word('person', 'precedent: question'),
    answer: word('person', 'precedent: answer'),
    ...{
      kind: 'general-information',
      topics: ['immigration'],
      audience: 'staff',
      reviewBy: plant.inDays(40),
    },
  };
  const made = await expectApi(201, 'POST', '/api/v1/precedents', wording, { as: 'attorney' });
  const decide = (body: object, as: string) =>
    expectApi(200, 'POST', `/api/v1/precedents/${made.id}/decisions`, body, { as: as as 'attorney' });
  await decide({ kind: 'submit' }, 'attorney');
  await decide({ kind: 'return', comment: word('person', 'precedent: comment') }, 'reviewer');
  const revised = {
    ...wording,
    question: word('person', 'precedent: question, revised'),
    answer: word('person', 'precedent: answer, revised'),
  };
  await expectApi(200, 'PUT', `/api/v1/precedents/${made.id}`, revised, { as: 'attorney' });
}

/** What surrounds requests: people, keys, courses, an import, and a closure on the day of a call, which then tells so. */
export async function surroundings(
  plant: Planter,
  { file, closedOn }: { file: string; closedOn: string },
): Promise<void> {
  await Promise.all([
    plant.desk('user', 'add', '--email', ATTORNEY, '--name', plant.name('staff: name'), '--role', 'attorney'),
    plant.desk('key', 'create', '--role', 'admin', '--name', plant.word('person', 'key: name')),
    plant.desk('import', 'requests', file),
  ]);
  const { id } = await plant.expectApi(201, 'POST', '/api/v1/completions', {
    email: plant.address('completion: address'),
    courseId: 't-visas-part-1',
    passed: true,
    score: 0.1,
    completedAt: plant.now().toISOString(),
    source: plant.word('person', 'completion: source'),
    sourceId: plant.word('person', 'completion: source id'),
  });
  const settled = { kind: 'settle', passed: true };
  await plant.expectApi(200, 'POST', `/api/v1/completions/${id}/decisions`, settled);
  const { requester } = await plant.expectApi(
    201,
    'POST',
    '/api/v1/ta-requests',
    plant.full('several addresses'),
  );
  const another = { email: plant.address('person: another address') };
  await plant.expectApi(201, 'POST', `/api/v1/people/${requester.id}/addresses`, another);
  await plant.expectApi(403, 'POST', '/api/v1/me/addresses', { email: plant.address('key: own address') });
  const closure = { date: closedOn, name: plant.word('person', 'closure: name') };
  await plant.expectApi(201, 'POST', '/api/v1/closures', closure);
  await Promise.all([plant.desk('doctor'), plant.desk('reconcile')]);
}

/** The web form by somebody nobody knows, their pages once they proved their address, and a form left lying. */
export async function byHand(plant: Planter): Promise<void> {
  const browser = plant.visitor();
  const email = plant.address('form: address');
  await fillForm(plant, browser, email);
  await browser.send('/request/check', await hidden(browser, '/request/check'));
  // A mail that is still on its way when the address is corrected is not sent.
  await plant.formLink(email, 1);
  await sent(browser, '/request/sent', { email: plant.address('form: corrected address') });
  await sent(browser, '/request/sent', { email });
  const landed = await plant.confirmForm(browser, email);
  const id = /[0-9a-f-]{36}/.exec(landed)?.[0];
  if (!id) throw new Error(`signing in led to ${landed}`);
  for (const path of ['/my/requests', `/my/requests/${id}`, `/my/requests/${id}/clock`])
    await browser.open(path);
  await plant.decide(id, {
    kind: 'request-information',
    question: plant.word('case', 'page: question asked'),
  });
  const answer = `/my/requests/${id}/answer`;
  await browser.sendLate(answer, { answer: plant.word('case', 'page: answer that came too late') });
  await sent(browser, answer, {
    ...(await hidden(browser, answer)),
    answer: plant.word('case', 'page: answer'),
  });
  const writing = `/my/requests/${id}/message`;
  await sent(browser, writing, {
    ...(await hidden(browser, writing)),
    words: plant.word('case', 'page: message'),
  });
  const list = '/my/worksheets';
  const begun = await browser.send(list, { ...(await hidden(browser, list)), variant: 'labor' });
  const worksheet = begun.headers.get('location')?.split('?')[0] ?? '';
  await sent(browser, worksheet, {
    ...(await hidden(browser, worksheet)),
    label: plant.word('case', 'page: label of a worksheet'),
    ...Object.fromEntries(
      WORKSHEET_PARTS.flatMap((part) =>
        WORKSHEET_COLUMNS.map((column) => [
          `${part}-${column}`,
          plant.word('case', `page: ${column} of ${part} in a worksheet`),
        ]),
      ),
    ),
  });
  await browser.open(`${worksheet}/pdf`);
  const attaching = `${worksheet}/attach`;
  await sent(browser, attaching, { ...(await hidden(browser, attaching)), request: id });
  await afterAnswerPages(plant, browser, email);
  const leaving = `/my/requests/${id}/withdraw`;
  const reason = plant.word('case', 'page: reason to withdraw');
  await sent(browser, leaving, { ...(await hidden(browser, leaving)), reason });
  const asking = `/my/requests/${id}/reopening`;
  const wish = plant.word('case', 'page: wish to have it reopened');
  await sent(browser, asking, { ...(await hidden(browser, asking)), words: wish });
  await sent(browser, '/my/addresses', { email: plant.address('page: another address') });
  const staff = plant.visitor();
  await sent(staff, '/sign-in', { email: ATTORNEY });
  await plant.signIn(staff, ATTORNEY);
  for (const path of ['/staff', `/staff?q=${plant.word('case', 'page: search')}`, `/staff/requests/${id}`])
    await staff.open(path);
  await answerPages(plant, staff);
  // Of a view its name is kept, and of its address what it chooses among: no words that were searched for.
  const view = `tab=all&sort=due&q=${plant.word('case', 'page: searched in a view')}&assignee=${plant.word('case', 'page: assignee of a view')}`;
  await sent(staff, '/staff/views?view=tab%3Dall', { name: plant.word('person', 'view: name'), view });
  // A link that is asked for and never used.
  await sent(plant.visitor(), '/sign-in', { email: plant.address('sign-in: address') });
  await fillForm(plant, plant.visitor(), plant.address('form left lying: address'));
  const unproved = plant.visitor();
  await fillForm(plant, unproved, plant.address('form never proved: address'));
  await unproved.send('/request/check', await hidden(unproved, '/request/check'));
}

/** Of a request that is answered: what its pages ask then. */
async function afterAnswerPages(plant: Planter, browser: Browser, email: string): Promise<void> {
  const { decide, word } = plant;
  const role = 'attorney';
  const full = plant.full('answered: request', 'person', { supervisor: undefined }, { email, role });
  const id = await plant.submit(full);
  await decide(id, { kind: 'draft-response', body: word('case', 'page: draft') }, 'attorney');
  await decide(id, { kind: 'submit-for-review' }, 'attorney');
  await decide(id, { kind: 'send-response' }, 'reviewer');
  const asking = `/my/requests/${id}/follow-up`;
  const words = word('case', 'page: follow-up question');
  await sent(browser, asking, { ...(await hidden(browser, asking)), words });
  const saying = `/my/requests/${id}/feedback`;
  const comment = word('case', 'page: comment on how it was');
  await sent(browser, saying, { ...(await hidden(browser, saying)), answered: 'yes', comment });
}

/** An answer as it is typed, its version, what is said beside it. */
async function answerPages(plant: Planter, staff: Browser): Promise<void> {
  const { word } = plant;
  const id = await plant.submit(
    plant.full('to be answered', 'person', { supervisor: undefined }, { role: 'attorney' }),
  );
  const page = `/staff/requests/${id}/decide/draft-response`;
  await sent(staff, page, { ...(await hidden(staff, page)), body: word('case', 'page: version') });
  const form = async () => ({ ...(await hidden(staff, page)), body: word('case', 'page: on its way') });
  const comment = word('case', 'page: comment');
  await staff.send(page, { ...(await form()), 'comment-on': '1', paragraph: '1', comment });
  const shown = await (await staff.open(page)).text();
  const name = /name="(answer-[0-9a-f-]{36})"/.exec(shown)?.[1] ?? '';
  const about = {
    'answer-to': name.replace('answer-', ''),
    [name]: word('case', 'page: answer to a comment'),
  };
  await staff.send(page, { ...(await form()), ...about });
  await sent(staff, page, { ...(await form()), do: 'keep' });
  await staff.open(`/staff/requests/${id}/versions`);
}

async function fillForm(plant: Planter, browser: Browser, email: string): Promise<void> {
  const { word } = plant;
  const wrong = {
    name: plant.name('form: name'),
    email: word('person', 'form: no address'),
    ovcGrantee: 'no',
  };
  await sent(browser, '/request/start', { who: 'professional' });
  await sent(browser, '/request/role', { role: 'paralegal' });
  await browser.send('/request/details', wrong);
  await sent(browser, '/request/details', {
    ...wrong,
    email,
    organization: word('person', 'form: organization'),
  });
  await sent(browser, '/request/supervisor', {
    'supervisor-name': plant.name('form: supervisor name'),
    'supervisor-email': plant.address('form: supervisor address'),
    'supervisor-role': 'attorney',
  });
  await sent(browser, '/request/kind', { kind: 'case-consultation' });
  await sent(browser, '/request/topics', { topics: 'immigration' });
  await sent(browser, '/request/resources', { reviewedResources: 'yes' });
  await sent(browser, '/request/facts', {
    facts: `My client ${word('case', 'form: facts').replace(/^q/, 'Q')}, A123456789, came.`,
    questions: word('case', 'form: questions'),
    clientAlias: word('case', 'form: label'),
  });
  await browser.open('/request/identifiers');
  await sent(browser, '/request/deadline', { deadlineKind: 'none' });
}

export async function sent(browser: Browser, path: string, fields: Record<string, string>): Promise<void> {
  const { status } = await browser.send(path, fields);
  if (status !== 303) throw new Error(`${path} answered ${status}`);
}

/** What a page's form carries along and boxes to tick. */
async function hidden(browser: Browser, path: string): Promise<Record<string, string>> {
  const page = await (await browser.open(path)).text();
  const inputs = [...page.matchAll(/<input[^>]*type="(?:hidden|checkbox)"[^>]*>/g)].map(([tag]) => tag);
  return Object.fromEntries(
    inputs.map((tag) => [/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '']),
  );
}

/**
 * The database refuses what is written, and its message repeats it: while the web accepts, and while the worker
 * records. Then the mail server has no room for a while, and one address it does not know.
 */
export async function failures(plant: Planter, db: Database, callId: string): Promise<void> {
  const { word, name, address, expectApi } = plant;
  const id = await plant.submit(plant.full('request that fails'));
  await db.$executeRawUnsafe(`
    CREATE FUNCTION talkative() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'no: % %', row_to_json(NEW), (SELECT string_agg(requester_name, ' ') FROM ta_request); END $$`);
  const tables = ['process_event', 'call_question', 'call_registration', 'call_text', 'subscription'];
  for (const table of tables)
    await db.$executeRawUnsafe(`
      CREATE TRIGGER talkative BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION talkative()`);
  await expectApi(500, 'POST', '/api/v1/ta-requests', plant.full('request that failed'));
  const who = (what: string) => ({ name: name(what), email: address(what), role: 'attorney' });
  const call = `/api/v1/calls/${callId}`;
  await expectApi(500, 'POST', `${call}/questions`, {
    asker: { ...who('asker that failed'), organization: word('person', 'organization that failed') },
    question: word('case', 'question that failed'),
  });
  await expectApi(500, 'POST', `${call}/decisions`, {
    kind: 'cancel',
    reason: word('case', 'reason to cancel that failed'),
  });
  await expectApi(500, 'POST', '/api/v1/registrations', {
    series: 'legal-working-group',
    ...who('registrant that failed'),
    employer: word('person', 'employer that failed'),
  });
  const subscriber = { name: name('subscription that failed'), email: address('subscription that failed') };
  await expectApi(500, 'POST', '/api/v1/subscriptions', { ...subscriber, emailUpdates: true });
  const decided = plant.decide(id, {
    kind: 'extend',
    businessDays: 2,
    reason: word('case', 'reason that failed'),
  });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  for (const table of tables) await db.$executeRawUnsafe(`DROP TRIGGER talkative ON ${table}`);
  await decided;
}

export async function signedIn(plant: Planter, email: string): Promise<Browser> {
  const browser = plant.visitor();
  await sent(browser, '/sign-in', { email });
  await plant.signIn(browser, email);
  return browser;
}
