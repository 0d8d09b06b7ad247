import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { assignText } from '../../src/api/text/en/pages/staff/assign.js';
import { staffNavMore } from '../../src/api/text/en/pages/staff/common.js';
import { queueText } from '../../src/api/text/en/pages/staff/queue.js';
import { viewsTexts } from '../../src/api/text/en/pages/staff/views.js';
import { absenceWorkflowId } from '../../src/domain/absences/workflow-id.js';
import { reviewWorkflowId } from '../../src/domain/conduct/workflow-id.js';
import { introductionWorkflowId } from '../../src/domain/mentors/workflow-id.js';
import { requestWorkflowId } from '../../src/domain/requests/workflow-id.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { renderMessage } from '../../src/usecases/mail/render-message.js';
import { hiddenOf, type StaffSite, type StaffUser, startStaffSite } from '../api/pages/staff/staff-site.js';
import { landed, launchBrowser, newVisitor, snap, titled } from '../support/browser.js';
import { submission } from '../support/desk.js';
import { startWalk, type Walk, walkAll } from '../support/walk.js';
import { expectWalked } from './walked-pages.js';

const queueViews = viewsTexts.views;

let site: StaffSite;
let browser: Browser;
let admin: StaffUser;
let ana: StaffUser;
let rob: StaffUser;
let ben: StaffUser;
let dee: StaffUser;
const ids: Record<string, string> = {};
let walks: Walk[];

beforeAll(async () => {
  [site, browser] = await Promise.all([
    startStaffSite({ startAt: '2055-01-05T18:00:00.000Z' }),
    launchBrowser(),
  ]);
  admin = await site.person('Dora Director', 'admin');
  ana = await site.person('Ana Attorney', 'attorney');
  rob = await site.person('Rob Reviewer', 'reviewer');
  dee = await site.person('Dee Director', 'director');
  ben = await site.person('Ben Leaving', 'attorney');
  walks = await Promise.all([startWalk(browser, site), startWalk(browser, site)]);
  await fillDesk();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Requests in every stage staff look at, a late one and a mail of unknown fate among them. */
async function fillDesk(): Promise<void> {
  const supervisor = { name: 'Sue Supervisor', email: 'sue@other-firm.example', role: 'attorney' };
  ids.review = await send(
    { clientAlias: 'R.', supervisor, courtOrFilingDeadline: { kind: 'filing', date: '2055-01-22' } },
    { name: 'Rita Requester', email: 'rita@legal.example', role: 'paralegal' },
  );
  const organization = 'A very long name of a county office for the victims of crime and their families';
  ids.courses = await send(
    { kind: 'document-review', documentKind: 't-visa-rfe' },
    { email: 'c@x.example', organization },
  );
  ids.document = await sendNotice(ids.review);
  ids.asked = await send({}, { email: 'omar@shelter.example', role: 'case-manager' });
  ids.answered = await send({ reviewedResources: false }, { email: 'dee@legal.example' });
  for (let n = 0; n < 4; n += 1) {
    // One of them has others open: it is merged into one.
    const email = n === 3 ? 'dee@legal.example' : `p${n}@x.example`;
    ids[`p${n}`] = await send({ reviewedResources: n < 3 }, { name: `Person ${n}`, email });
  }
  await decide(admin, ids.review, 'assign', { to: ana.email });
  await decide(ana, ids.review, 'draft-response', { body: 'Dear Rita,\n\nOne.\nTwo.', also: 'submit' });
  await decide(admin, ids.asked, 'assign', { to: ana.email });
  await decide(ana, ids.asked, 'request-information', { question: 'Which year did this happen?' });
  await decide(admin, ids.answered, 'assign', { to: rob.email });
  await decide(rob, ids.answered, 'note', { body: 'Looked it up.' });
  await decide(rob, ids.answered, 'draft-response', { body: 'The answer', also: 'submit' });
  await decide(ana, ids.answered, 'send-response');
  await site.desk.advance({ to: '2055-01-28T18:00:00.000Z' });
  // Much is known of whoever asks this one: in nearly the same words twice, without having looked at resources.
  const told = `The client was promised work in a bakery and paid for her passage. Her papers were taken on arrival, and she
    worked every night for seven months without pay until a customer called a hotline for her.`;
  ids.progress = await send({ facts: told, reviewedResources: false }, { email: 'dee@legal.example' });
  await send({ facts: `${told} She lives with a friend.` }, { email: 'dee@legal.example' });
  const [email, courseId] = ['dee@legal.example', 'human-trafficking-defined'];
  const completion = { email, courseId, passed: true, score: 0.9, completedAt: '2054-11-01T10:00:00.000Z' };
  await site.desk.api('POST', '/api/v1/completions', {
    body: { ...completion, source: 'e2e', sourceId: '1' },
  });
  await decide(admin, ids.progress, 'assign', { to: ana.email });
  ids.drafted = await send({}, { email: 'drafted@legal.example' });
  await decide(admin, ids.drafted, 'assign', { to: ana.email });
  await decide(ana, ids.drafted, 'draft-response', { body: 'Not yet' });
  await decide(ana, ids.drafted, 'draft-response', { body: 'Not yet done' });
  ids.ready = await send({}, { email: 'ready@legal.example' });
  await decide(admin, ids.ready, 'assign', { to: ana.email });
  await decide(ana, ids.ready, 'draft-response', { body: 'Done', also: 'submit' });
  // Somebody who leaves has this one.
  ids.left = await send({}, { email: 'left@legal.example' });
  await decide(admin, ids.left, 'assign', { to: ben.email });
  const unknown = { where: { aboutId: ids.review, kind: 'request-received' }, data: { status: 'unknown' } };
  const precedent = {
    ...{ question: 'Who may be a derivative?', answer: 'See the *regulation*.', kind: 'general-information' },
    ...{ topics: ['immigration'], audience: 'public', reviewBy: '2055-12-01' },
  };
  const suggested = async () =>
    (await site.desk.api('POST', '/api/v1/precedents', { body: precedent })).body.id as string;
  [ids.precedent, ids.rewritten] = [await suggested(), await suggested()];
  const { now } = (await site.desk.api('GET', '/api/v1/rehearsal')).body;
  const away = { firstDay: now.slice(0, 10), lastDay: '2055-03-05', work: 'mails' };
  const wall = { staff: ben.email, reason: 'Knows the family.' };
  const walls = await site.desk.api('POST', `/api/v1/ta-requests/${ids.progress}/walls`, { body: wall });
  ids.wall = walls.body.items[0].id;
  const release = {
    recipientKind: 'partner',
    recipient: 'Pro Bono Network',
    purpose: 'To take it.',
    parts: ['question'],
  };
  const path = `/api/v1/ta-requests/${ids.review}/releases`;
  ids.release = (await site.desk.api('POST', path, { as: 'director', body: release })).body.id as string;
  const set = { person: ben.email, standIn: rob.email, ...away };
  ids.away = (await site.desk.api('POST', '/api/v1/absences', { body: set })).body.id as string;
  const { db } = site.desk.wired.services;
  await db.message.updateMany(unknown);
  const at = new Date('2055-01-27T18:00:00.000Z');
  await db.processTrouble.create({
    data: {
      workflowId: requestWorkflowId(ids.courses, 1),
      activity: 'recordRequestEvent',
      code: 'cannot-plan',
      since: at,
      at,
    },
  });
  await db.contactPoll.create({ data: { source: 'nationbuilder', problem: 'reconnect-needed' } });
  const untold = {
    email: 'somebody.with.a.long.address@county-office.example',
    lists: [],
    emailUpdates: true,
  };
  await site.desk.api('POST', '/api/v1/subscriptions', { body: untold });
  await db.subscription.updateMany({ data: { pushProblem: 'change-ignored' } });
}

async function send(over: object, requester: object): Promise<string> {
  const answer = await site.desk.api('POST', '/api/v1/ta-requests', {
    body: submission({ ...over }, { ...requester }),
  });
  if (answer.status !== 201) throw new Error(`not taken: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

async function decide(
  as: StaffUser,
  id: string,
  kind: string,
  form: Record<string, string> = {},
): Promise<void> {
  const path = `/staff/requests/${id}/decide/${kind}`;
  const page = await site.get(as, path);
  const answer = await site.post(as, path, { ...hiddenOf(page.html), ...form });
  if (answer.status !== 303) throw new Error(`${kind} answered ${answer.status}`);
}

interface Visit {
  name: string;
  who: () => StaffUser;
  path: () => string;
  wide?: boolean;
  scripts?: boolean;
  /** What is typed, the button (else the form's first), and where that leads. */
  form?: Record<string, string>;
  button?: string;
  leadsTo?: RegExp;
}

/** A document of two pages, as a requester sends one. */
async function sendNotice(requestId: string): Promise<string> {
  const runs = [{ text: 'You have thirty days from the date of this notice to answer it in writing.' }];
  const notice = await site.desk.wired.services.pdf.write({
    ...{ title: 'Request for Evidence', lang: 'en-US', head: '', pageOf: (n, of) => `Page ${n} of ${of}` },
    madeAt: new Date('2055-01-20T18:00:00.000Z'),
    blocks: Array.from({ length: 40 }, () => ({ kind: 'paragraph' as const, runs })),
  });
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(notice)]), 'request for evidence.pdf');
  const sent = await site.desk.api('POST', `/api/v1/ta-requests/${requestId}/documents`, { body });
  return sent.body.id;
}

const request = (id: string, rest = '') => `/staff/requests/${ids[id]}${rest}`;

/** Looked at, then sent; `leadsTo` is the request's page that says so. */
const decision = (
  who: () => StaffUser,
  id: string,
  kind: string,
  form: Record<string, string> = {},
  more: Partial<Visit> = {},
): Visit => ({
  name: `decide-${kind}`,
  who,
  path: () => request(id, `/decide/${kind}`),
  form,
  leadsTo: new RegExp(`/staff/requests/[^/]+\\?done=${kind}$`),
  ...more,
});

const date = (month: string, day: string, year: string) => ({
  'date-month': month,
  'date-day': day,
  'date-year': year,
});

/** Pages as they stand, before anybody changes anything. */
const LOOKS: Visit[] = [
  { name: 'queue', who: () => ana, path: () => '/staff', wide: true, scripts: true },
  { name: 'queue-all', who: () => admin, path: () => '/staff?tab=all', wide: true },
  { name: 'queue-overdue', who: () => admin, path: () => '/staff?tab=all&due=overdue&sort=-due' },
  { name: 'request-review', who: () => ana, path: () => request('review', '?done=note'), wide: true },
  { name: 'request-held-up', who: () => ana, path: () => request('courses'), wide: true },
  { name: 'request-asked', who: () => ana, path: () => request('asked') },
  { name: 'request-answered', who: () => ana, path: () => request('answered') },
  { name: 'request-progress', who: () => ana, path: () => request('progress', '?not-now=1'), wide: true },
  { name: 'clock', who: () => ana, path: () => request('review', '/clock') },
  {
    name: 'document',
    who: () => ana,
    path: () => request('review', `/documents/${ids.document}`),
    wide: true,
  },
  { name: 'people', who: () => admin, path: () => '/staff/people' },
  { name: 'numbers', who: () => admin, path: () => '/staff/numbers', wide: true },
  { name: 'security', who: () => dee, path: () => '/staff/security', wide: true },
  {
    name: 'security-readings',
    who: () => dee,
    path: () => '/staff/security?tab=readings&kind=not-theirs',
    wide: true,
  },
  { name: 'workload', who: () => admin, path: () => '/staff/workload', wide: true },
];

/** One after another: what one leaves is what the next one finds. */
const DECISIONS: Visit[] = [
  decision(() => admin, 'p0', 'assign', { to: 'ana.attorney@program.example' }),
  decision(() => ana, 'p0', 'request-information', { question: 'Which year did this happen?' }),
  decision(() => ana, 'p1', 'redirect', { to: 'resources', note: 'Begin with the toolkit.' }),
  decision(() => admin, 'p2', 'decline', { policy: 'scope', reason: 'This is fact gathering.' }),
  decision(() => ana, 'p3', 'merge', { reference: '' }),
  decision(() => ana, 'progress', 'extend', { businessDays: '2', reason: 'Volume' }),
  decision(() => ana, 'progress', 'note', { body: 'Looked it up.' }),
  decision(() => ana, 'progress', 'reprioritise', { urgent: 'yes', reason: 'A hearing' }),
  decision(() => ana, 'progress', 'change-deadline', { deadlineKind: 'court', ...date('3', '12', '2055') }),
  decision(() => ana, 'progress', 'reclassify', { requestKind: 'general-information' }),
  decision(
    () => ana,
    'progress',
    'draft-response',
    { body: 'Dear Dee' },
    { wide: true, button: 'Save this version' },
  ),
  { name: 'versions', who: () => ana, path: () => request('drafted', '/versions') },
  decision(() => ana, 'drafted', 'submit-for-review'),
  decision(() => rob, 'review', 'return-response', { note: 'Cite the rule.' }),
  decision(() => rob, 'ready', 'send-response'),
  decision(() => ana, 'answered', 'close'),
  {
    name: 'precedent-suggested',
    who: () => ana,
    path: () => `/staff/precedents/suggest/${ids.answered}`,
    form: { question: 'What holds in general?', answer: 'The regulation does.' },
    leadsTo: /done=suggested$/,
  },
  decision(() => ana, 'answered', 'reopen', { reason: 'One more question' }),
  {
    name: 'take',
    who: () => ana,
    path: () => request('courses'),
    form: {},
    leadsTo: /\/staff\/requests\//,
  },
];

/** Everything around the requests. */
const OFFICE: Visit[] = [
  { name: 'precedents', who: () => ana, path: () => '/staff/precedents', wide: true },
  {
    name: 'precedent',
    who: () => ana,
    path: () => `/staff/precedents/${ids.precedent}`,
    form: { kind: 'submit' },
    leadsTo: /done=submit$/,
  },
  {
    name: 'precedent-revised',
    who: () => ana,
    path: () => `/staff/precedents/${ids.rewritten}/revise`,
    form: { question: 'Who may be one?' },
    leadsTo: /done=revised$/,
  },
  {
    name: 'assign',
    who: () => admin,
    path: () => `/staff/assign?request=${ids.p0}&request=${ids.p1}`,
    wide: true,
    form: { to: 'ana.attorney@program.example' },
    leadsTo: /\/staff\/assign/,
  },
  {
    name: 'walls',
    who: () => dee,
    path: () => `/staff/walls/${ids.progress}`,
    wide: true,
    form: { staff: 'rob.reviewer@program.example', reason: 'Acted for the other side.' },
    leadsTo: /\/staff\/walls\/[^/]+\?done=set$/,
  },
  {
    name: 'wall-broken',
    who: () => dee,
    path: () => `/staff/walls/${ids.progress}/${ids.wall}`,
    form: { reason: 'It was another firm.' },
    leadsTo: /\/staff\/walls\/[^/]+\?done=broken$/,
  },
  {
    name: 'release-revoked',
    who: () => ana,
    path: () => `/staff/releases/${ids.review}/${ids.release}`,
    wide: true,
    form: { reason: 'Asked for the wrong person.' },
    leadsTo: /done=revoked$/,
  },
  {
    name: 'releases',
    who: () => dee,
    path: () => `/staff/releases/${ids.review}`,
    wide: true,
    form: {
      ...{ recipientKind: 'partner', recipient: 'Pro Bono Network', purpose: 'To take the case.' },
      ...{ parts: 'question', how: 'paper', paper: 'Folder 12' },
      ...{ 'signedOn-month': '1', 'signedOn-day': '4', 'signedOn-year': '2055' },
    },
    leadsTo: /done=recorded$/,
  },
  {
    name: 'exports',
    who: () => dee,
    path: () => `/staff/exports/${ids.review}`,
    wide: true,
    form: {},
    leadsTo: /done=made$/,
  },
  {
    name: 'views',
    who: () => ana,
    path: () => `/staff/views?${new URLSearchParams({ view: 'tab=all&due=week' })}`,
    form: { name: 'This week' },
    button: queueViews.button,
    leadsTo: /views\?done=saved$/,
  },
  {
    name: 'view-first',
    who: () => ana,
    path: () => '/staff/views',
    form: {},
    button: queueViews.putFirst,
    leadsTo: /views\?done=first$/,
  },
  {
    name: 'view-removed',
    who: () => ana,
    path: () => '/staff/views',
    form: {},
    button: queueViews.remove,
    leadsTo: /views\?done=removed$/,
  },
  {
    name: 'mail',
    who: () => admin,
    path: () => '/staff/mail',
    form: {},
    button: 'Mark as sent',
    leadsTo: /\/staff\/mail/,
  },
  {
    name: 'person-add',
    who: () => admin,
    path: () => '/staff/people/add',
    form: { name: 'New Person', email: 'new@program.example', role: 'attorney' },
    leadsTo: /people\?done=added$/,
  },
  {
    name: 'reassign',
    who: () => admin,
    path: () => `/staff/colleagues/${ben.id}/reassign`,
    form: { to: 'rob.reviewer@program.example' },
    leadsTo: /\/reassign$/,
  },
  {
    name: 'person-change',
    who: () => admin,
    path: () => `/staff/people/${rob.id}`,
    form: { name: 'Rob Reader' },
    leadsTo: /people\?done=changed$/,
  },
  {
    name: 'away',
    who: () => admin,
    path: () => `/staff/away?for=${ana.id}`,
    wide: true,
    form: {
      standIn: 'rob.reviewer@program.example',
      ...{ 'firstDay-month': '3', 'firstDay-day': '8', 'firstDay-year': '2055' },
      ...{ 'lastDay-month': 'March', 'lastDay-day': '12', 'lastDay-year': '2055' },
    },
    leadsTo: /away\?done=set$/,
  },
  {
    name: 'away-change',
    who: () => admin,
    path: () => `/staff/away/${ids.away}`,
    wide: true,
    form: { 'lastDay-day': '4' },
    leadsTo: /away\?done=change$/,
  },
  {
    name: 'my-mail',
    who: () => admin,
    path: () => '/staff/mail/mine',
    form: { mail: 'at-once' },
    leadsTo: /mine\?done=saved$/,
  },
  {
    name: 'settings',
    who: () => admin,
    path: () => '/staff/settings',
    form: { highVolume: 'on' },
    leadsTo: /settings\?done=saved$/,
  },
  {
    name: 'completions',
    who: () => admin,
    path: () => '/staff/completions',
    form: {
      email: 'learner@legal.example',
      courseId: 'human-trafficking-defined',
      passed: 'yes',
      score: '90',
      ...date('1', '4', '2055'),
    },
    leadsTo: /completions\?done=recorded$/,
  },
];

async function visit(walk: Walk, { name, who, path, form, button, leadsTo, ...look }: Visit): Promise<void> {
  await site.actAs(walk.context, who());
  await walk.open(path(), `staff-${name}`, look);
  if (!form) return;
  await walk.send(name === 'decide-merge' ? { reference: await referenceOf('progress') } : form, button);
  expect([name, walk.page.url()]).toEqual([name, expect.stringMatching(leadsTo ?? /$^/)]);
}

async function referenceOf(id: string): Promise<string> {
  const { db } = site.desk.wired.services;
  return (await db.taRequest.findUniqueOrThrow({ where: { id: ids[id] ?? '' }, include: withKey })).reference;
}

const [first, second] = [() => walks[0] as Walk, () => walks[1] as Walk];

test('each page stands without scripts on the narrowest screen, and axe finds nothing', async () => {
  await walkAll(walks, LOOKS, visit);
}, 120_000);

test('a request whose process can’t go on says so, and what takes it up again', async () => {
  const { html } = await site.get(rob, request('courses'));
  expect(html).toContain('could not be carried out');
  expect(html).toMatch(/desk mend TA-/);
  expect((await site.get(rob, request('review'))).html).not.toContain('desk mend');
});

/** Says on a page that what is due can't be carried out, as long as it can't. */
async function expectHeldUp(page: Page, path: string, workflowId: string): Promise<void> {
  const { db } = site.desk.wired.services;
  const at = new Date('2055-01-27T18:00:00.000Z');
  await db.processTrouble.create({
    data: { workflowId, activity: 'record', code: 'cannot-plan', since: at, at },
  });
  await page.goto(path);
  expect(await page.getByRole('main').textContent()).toContain(`desk mend ${workflowId.split('/')[1]}`);
  await db.processTrouble.delete({ where: { workflowId } });
  await page.reload();
  expect(await page.getByRole('main').textContent()).not.toContain('desk mend');
}

test('each decision, and each form of the office, leads where it should', async () => {
  await Promise.all([walkAll([first()], DECISIONS, visit), walkAll([second()], OFFICE, visit)]);
}, 120_000);

test('the queue is filtered', async () => {
  const { page } = first();
  await site.actAs(page.context(), ana);
  await page.goto('/staff?tab=all');
  await page.getByText(queueText.filterHeading, { exact: true }).click();
  await page.locator('#due').selectOption('overdue');
  await page.getByRole('button', { name: queueText.apply }).click();
  expect(new URL(page.url()).searchParams.get('due')).toBe('overdue');
});

/** On a desk of this width, with scripts. */
async function atDesk(who: StaffUser, width: number): Promise<Page> {
  const context = await newVisitor(browser, { url: site.url, width });
  await site.actAs(context, who);
  return context.newPage();
}

test('the navigation is one line, whatever one may open; the rest opens by the keyboard, and without scripts', async () => {
  for (const width of [1024, 1280]) {
    const page = await atDesk(admin, width);
    await page.goto('/staff/numbers');
    const items = page.locator('.desk-staff-nav .govuk-service-navigation__list > li');
    const tops = await items.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops.map(Math.round)).size).toBe(1);
    const more = page.locator('summary', { hasText: staffNavMore });
    const hidden = page.getByRole('link', { name: 'API keys' });
    await more.focus();
    await page.keyboard.press('Enter');
    expect(await hidden.isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await hidden.isVisible()).toBe(false);
    expect(await more.evaluate((element) => element === document.activeElement)).toBe(true);
    await more.click();
    await page.getByRole('heading', { level: 1 }).click();
    expect(await hidden.isVisible()).toBe(false);
    await page.context().close();
  }
  const { page } = first();
  await site.actAs(page.context(), admin);
  await page.goto('/staff/numbers');
  await page.locator('summary', { hasText: staffNavMore }).click();
  await page.getByRole('link', { name: 'API keys' }).click();
  await landed(page, /staff\/keys$/);
});

test('a request shows what to do, what may have been asked already and the case without scrolling', async () => {
  const page = await atDesk(ana, 1280);
  await page.goto(request('progress'));
  await snap(page, 'staff-request-desk');
  const top = async (what: string) => (await page.locator(what).first().boundingBox())?.y ?? 0;
  const tops = [await top('.desk-actions a.govuk-button'), await top('#alike'), await top('#case')];
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  expect(tops.at(-1)).toBeLessThan(800);
  // A name is no column of letters.
  await site.actAs(page.context(), admin);
  await page.goto('/staff/workload');
  const names = page.locator('.desk-rows th[scope=row]');
  const wrapped = await names.evaluateAll((all) =>
    all.filter((one) => one.getBoundingClientRect().height > 80).map((one) => one.textContent),
  );
  expect(wrapped).toEqual([]);
  await page.context().close();
});

test('rows are of two lines, the binding date first; / searches; a lost session loses no mark', async () => {
  const page = await atDesk(admin, 1280);
  await page.goto('/staff?tab=all');
  await snap(page, 'staff-queue-desk');
  const rows = page.locator('.desk-rows tbody tr');
  const heights = await rows.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  // No column is so narrow that its words are cut off after the first.
  const widths = await page
    .locator('.desk-rows th')
    .evaluateAll((all) => all.slice(1).map((one) => one.clientWidth));
  expect(Math.min(...widths)).toBeGreaterThan(100);
  expect(heights.filter((height) => height > 56).length).toBeLessThanOrEqual(heights.length / 4);
  expect(await rows.first().locator('td').nth(1).textContent()).toMatch(/^\s*(Target|Due|Was due)/);
  const cut = page.locator('.desk-line', { hasText: 'A very long name of a county office' });
  expect(await cut.getAttribute('title')).toMatch(/and their families$/);

  await page.keyboard.press('/');
  await page.keyboard.type('om');
  await page.keyboard.press('Enter');
  await landed(page, /q=om/);
  expect(await page.getByRole('main').textContent()).toContain(queueText.search.few);
  await page.getByRole('link', { name: /^Choose (all|the one)/ }).click();
  await landed(page, /chosen=all/);
  const marked = page.locator('input[name=request]:checked');
  const count = await marked.count();
  expect(count).toBe(await rows.count());

  await page.locator('#to').selectOption(rob.email);
  await page.context().clearCookies();
  await page.getByRole('button', { name: assignText.ofChosen }).click();
  const next = new URL(page.url()).searchParams.get('next') ?? '';
  expect(next).toMatch(/^\/kept\//);
  await site.actAs(page.context(), admin);
  await page.goto(next);
  expect([await marked.count(), await page.locator('#to').inputValue()]).toEqual([count, rob.email]);
  await page.getByRole('button', { name: assignText.button }).click();
  await page.locator('h1', { hasText: /assigned|theirs already/ }).waitFor();
  await page.context().close();
});

const lastDay = (day: string) => ({ 'until-month': '2', 'until-day': day, 'until-year': '2055' });
test('a closure is looked at before it is added, and before it is removed', async () => {
  const { page, open, look, send, press } = first();
  await site.actAs(page.context(), admin);
  await open('/staff/closures', 'staff-closures', { wide: true });
  await send({ ...date('2', '10', '2055'), ...lastDay('9'), name: 'Storm' });
  await look('staff-closure-refused', { wide: true });
  await send({ ...date('2', '10', '2055'), ...lastDay('12'), name: 'Storm' });
  await look('staff-closure-preview', { wide: true });
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Check before adding');
  await press('Add the closure');
  await page.getByRole('link', { name: 'Remove' }).first().click();
  await look('staff-closure-remove');
  await send();
  await landed(page, /closures\?done=/);
});

test('a new key is shown once, and revoked', async () => {
  const { page, open, look, send } = first();
  await site.actAs(page.context(), admin);
  await open('/staff/keys', 'staff-keys');
  await send({ name: 'Form of our website', role: 'coordinator', scope: 'write' }, 'Create a key');
  await look('staff-key-created');
  expect(await page.locator('code').textContent()).toMatch(/^tad_/);
  await page.goto('/staff/keys');
  await look('staff-keys-list');
  await page.getByRole('link', { name: 'Rotate' }).first().click();
  await look('staff-key-rotate');
  await send({ overlapHours: '1' });
  expect(await page.locator('code').textContent()).toMatch(/^tad_/);
  await page.goto('/staff/keys');
  expect(await page.getByRole('main').textContent()).toContain('The secret of before works until');
  await page.getByRole('button', { name: 'Revoke' }).first().click();
  await landed(page, /keys\?done=/);
});

test('a person has another address, and two records of one person become one', async () => {
  const { page, look, send } = first();
  await site.actAs(page.context(), ana);
  await page.goto(request('asked'));
  await page.locator('a[href^="/staff/requesters/"]').first().click();
  await look('staff-requester', { wide: true });
  // Nothing to break at.
  await send({ email: `${'omar'.repeat(15)}@${'home'.repeat(15)}.example` }, 'Add the address');
  await landed(page, /done=added$/);
  await look('staff-requester-added', { wide: true });
  await send({ other: 'nobody@legal.example' }, 'Merge the records');
  await titled(page, /^Error: /);
  expect(await page.getByRole('main').textContent()).toContain('Nobody has this address');
  await send({ other: 'p0@x.example' }, 'Merge the records');
  await look('staff-requester-whose');
  expect(await page.getByRole('main').textContent()).toContain('belongs to Person 0, with one request');
  const { personEmail } = site.desk.wired.services.db;
  const { personId } = await personEmail.findUniqueOrThrow({ where: { email: 'p0@x.example' } });
  await send({ sure: 'yes' }, 'Merge the records');
  await landed(page, /done=merged$/);
  await look('staff-requester-merged', { wide: true });
  expect(await page.getByRole('main').textContent()).toMatch(/p0@x\.example/);
  const stays = new URL(page.url()).pathname;
  await page.goto(`/staff/requesters/${personId}`);
  await look('staff-requester-gone');
  expect(await page.getByRole('main').textContent()).not.toMatch(/No requests|Nothing was changed/);
  await page.getByRole('link', { name: 'Go to the person' }).click();
  await landed(page, new RegExp(`${stays}$`));
});

test('an organization is corrected, and a double of it merged', async () => {
  const { page, open, look, send } = first();
  await site.actAs(page.context(), ana);
  await page.goto(request('asked'));
  await page.locator('a[href^="/staff/organizations/"]').first().click();
  await look('staff-organization', { wide: true });
  const { organization } = site.desk.wired.services.db;
  const stays = page.url().split('/').at(-1) ?? '';
  await send({ name: 'none' }, 'Save');
  await look('staff-organization-error');
  await titled(page, /^Error: /);
  await send({ name: 'Harbor Survivors’ Law Center', domains: 'x.example' }, 'Save');
  await landed(page, /done=corrected$/);
  const createdAt = site.desk.wired.services.clock.now();
  const id = '00000000-0000-4000-8000-00000000d0b1';
  await organization.create({ data: { id, name: 'Harbor Double', nameKey: 'harbor double', createdAt } });
  await send({ other: 'Harbor Double' }, 'Merge the records');
  expect(await page.getByRole('main').textContent()).toContain('From Harbor Double, 0 people, 0 requests');
  await send({ sure: 'yes' }, 'Merge the records');
  await landed(page, /done=merged$/);
  await look('staff-organization-merged', { wide: true });
  await open(`/staff/organizations/${id}`, 'staff-organization-gone');
  await page.getByRole('link', { name: 'Go to the organization' }).click();
  await landed(page, new RegExp(`${stays}$`));
});

test('an error summary leads to the field', async () => {
  const { page, look, send } = first();
  await site.actAs(page.context(), admin);
  await page.goto(request('drafted', '/decide/decline'));
  await send({ reason: 'Outside of TA' });
  await look('staff-error', { scripts: true });
  await titled(page, /^Error: /);
  await page.getByRole('link', { name: 'Choose a ground.' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('policy');
  expect(await page.getByLabel('Reason, as the requester will read it').inputValue()).toBe('Outside of TA');
});

test('a director holds a conduct review to the end of its appeal; the person reads, replies, and meets no form', async () => {
  const { page, open, look, send } = first();
  const person = { id: '', email: 'rita@legal.example' };
  const staff = () => site.actAs(page.context(), dee);
  await staff();
  await page.goto(request('review'));
  await page.locator('a[href^="/staff/requesters/"]').first().click();
  await look('conduct-person');
  await page.getByRole('link', { name: 'Open a conduct review' }).click();
  await look('conduct-open');
  await send({ grounds: 'plagiarism' });
  await titled(page, /^Error: /);
  await send({ evidence: 'Our answer of May, sold to a client as her own.' });
  await landed(page, /conduct\/[^/]+\?done=opened$/);
  const review = new URL(page.url()).pathname;
  const notice = review.replace('/staff/conduct', '/my/notices');
  await site.actAs(page.context(), person);
  expect((await page.goto(notice))?.status()).toBe(404);
  await staff();
  await open(review, 'conduct-review');
  await page.getByRole('link', { name: 'Give notice' }).click();
  await look('conduct-notify');
  await send();
  await landed(page, /done=notify$/);

  await site.actAs(page.context(), person);
  await page.goto('/my/requests');
  await look('conduct-my-requests');
  await page.getByRole('link', { name: 'Read the notice' }).click();
  await look('conduct-notice');
  expect(await page.getByRole('main').textContent()).not.toContain('Our answer of May');
  await send({ words: 'I quoted it and named you.' });
  await landed(page, /done=reply$/);

  await staff();
  await page.goto(`${review}/decide/refuse`);
  await look('conduct-refuse', { wide: true });
  const until = { 'until-month': '6', 'until-day': '30', 'until-year': '2055' };
  await send({ ...until, 'until-year': '2075', reason: 'You sold what we wrote.' });
  await titled(page, /^Error: /);
  await look('conduct-refuse-wrong');
  await send(until);
  await landed(page, /done=refuse$/);

  await site.actAs(page.context(), person);
  await open('/request/start', 'conduct-no-form', { status: 403, wide: true });
  expect(await page.getByRole('main').textContent()).toMatch(/June 30, 2055.*888-539-2373/s);
  await page.getByRole('link', { name: 'Read the notice and appeal' }).click();
  await look('conduct-notice-refused', { wide: true });
  await send({ words: 'Nobody paid for it.' });
  await landed(page, /done=appeal$/);
  await look('conduct-notice-appealed');

  await staff();
  await open('/staff/conduct', 'conduct-list', { wide: true });
  await page.getByRole('link', { name: 'Rita Requester' }).click();
  await look('conduct-review-appealed', { wide: true });
  await expectHeldUp(page, `/staff/away/${ids.away}`, absenceWorkflowId(ids.away ?? ''));
  await expectHeldUp(page, review, reviewWorkflowId(review.split('/').pop() ?? ''));
  await page.getByRole('link', { name: 'Decide the appeal' }).click();
  await look('conduct-decide-appeal');
  expect(await page.getByRole('main').textContent()).toMatch(/You sold what we wrote.*Nobody paid for it/s);
  await send({ upheld: 'no', reason: 'There was no payment.' });
  await landed(page, /done=decide-appeal$/);
  await look('conduct-review-reversed', { wide: true });
  await page.goto('/staff/conduct?state=ended');
  await look('conduct-list-ended');
  await site.actAs(page.context(), person);
  expect((await page.goto('/request/start'))?.status()).toBe(200);
  await site.actAs(page.context(), ana);
  for (const path of ['/staff/conduct', review, `${review}/decide/dismiss`]) {
    expect([path, (await page.goto(path))?.status()]).toEqual([path, 403]);
  }
}, 120_000);

test('each role lands on its own work', async () => {
  const page = await atDesk(admin, 1280);
  const lands = [
    ['coordinator', 'unassigned'],
    ['attorney', 'mine'],
    ['reviewer', 'review'],
    ['director', 'escalated'],
    ['admin', 'all'],
  ] as const;
  for (const [role, tab] of lands) {
    await site.actAs(page.context(), await site.person(`Lands As ${role}`, role));
    await page.goto('/staff');
    const current = page.locator('.desk-views [aria-current]');
    expect([role, await current.textContent()]).toEqual([role, expect.stringContaining(queueText.tabs[tab])]);
  }
  await page.context().close();
});

test('a mentor is invited, agrees, and is introduced when both say yes; later both say how it went', async () => {
  const { page, open, look, send, press } = first();
  const { services } = site.desk.wired;
  const requester = { id: '', email: 'dee@legal.example' };
  const mentor = { id: '', email: 'mina@field.example' };
  const staff = () => site.actAs(page.context(), ana);
  /** The link of the last mail of a kind, as whoever it went to opens it: not signed in. */
  const byLink = async (kind: string, name: string) => {
    const row = await services.db.message.findFirstOrThrow({
      where: { kind },
      orderBy: { queuedAt: 'desc' },
      include: withKey,
    });
    const { text } = await renderMessage(services, row);
    const path = /\/(?:mentoring|introduction)\/[\w-]+/.exec(text)?.[0] ?? '';
    await page.context().clearCookies();
    await page.goto(path);
    await look(`${name}-whose`);
    await send({ email: 'other@field.example' });
    await titled(page, /^Error: /);
    await send({ email: row.to[0] ?? '' });
    return path;
  };
  await staff();
  await open('/staff/mentors', 'mentors-none', { wide: true });
  await page.getByRole('link', { name: 'Invite a mentor' }).click();
  await look('mentors-add', { wide: true });
  await send({ email: mentor.email });
  await titled(page, /^Error: /);
  await page.getByLabel('Immigration', { exact: false }).first().check();
  await send({ name: 'Mina Ortiz', states: 'California', capacity: '2' });
  await landed(page, /mentors\/[^/]+\?done=invite-again$/);
  const place = new URL(page.url()).pathname;
  await byLink('mentor-invitation', 'mentoring-link');
  await look('mentoring-asked', { wide: true });
  // Opening it has decided nothing.
  expect(await services.db.mentor.count({ where: { status: 'active' } })).toBe(0);
  await press('Yes, I would like to be a mentor');
  await look('mentoring-agreed');

  await staff();
  await open('/staff/mentors', 'mentors', { wide: true });
  await open(place, 'mentor', { wide: true });
  // Nobody has said what they are.
  expect(await page.getByRole('main').textContent()).toContain('Other, or not known');
  await send({
    capacity: '1',
    'pausedUntil-month': '2',
    'pausedUntil-day': '30',
    'pausedUntil-year': '2055',
  });
  await titled(page, /^Error: /);
  await send({ 'pausedUntil-month': '', 'pausedUntil-day': '', 'pausedUntil-year': '' });
  await landed(page, /done=changed$/);
  await open(request('progress'), 'mentor-request', { wide: true });
  await page.getByRole('link', { name: 'Propose a mentor' }).click();
  await look('mentor-propose', { wide: true });
  await page.getByLabel('Mina Ortiz').check();
  await send({ topic: 'immigration' });
  await landed(page, /introductions\/[^/]+\?done=proposed$/);
  const introduction = new URL(page.url()).pathname;
  await look('introduction-proposed', { wide: true });
  const own = introduction.replace('/staff', '/my');
  await expectHeldUp(page, introduction, introductionWorkflowId(introduction.split('/').pop() ?? ''));

  await byLink('introduction-asked', 'introduction-link');
  await look('introduction-asked', { wide: true });
  expect(await page.getByRole('main').textContent()).not.toContain('Mina');
  await press('Yes, I agree');
  await look('introduction-consented');
  await site.actAs(page.context(), requester);
  await open(`/my/requests/${ids.progress}`, 'introduction-on-request');
  await site.actAs(page.context(), mentor);
  await open('/my/requests', 'mentoring-list');
  await open('/my/mentoring', 'mentoring-mine', { wide: true });
  await open(own, 'mentoring-asked-own', { wide: true });
  expect(await page.getByRole('main').textContent()).not.toContain(requester.email);
  await press('Yes, I agree');
  await look('mentoring-introduced', { wide: true });
  expect(await page.getByRole('main').textContent()).toContain(requester.email);

  await site.desk.advance({ by: 'P35D' });
  await byLink('introduction-follow-up', 'follow-up-link');
  await look('follow-up', { wide: true });
  await send({ met: 'yes' });
  await titled(page, /^Error: /);
  await send({ met: 'yes', useful: 'partly', comment: 'An hour on the phone.' });
  await look('follow-up-answered');
  // They are not asked for what they have said.
  expect(await page.getByRole('main').textContent()).not.toMatch(/You can tell us/);
  await site.actAs(page.context(), mentor);
  await page.goto(own);
  expect(await page.getByRole('main').textContent()).not.toContain('An hour');
  await send({ met: 'no' });
  await staff();
  await open(introduction, 'introduction-closed', { wide: true });
  expect(await page.getByRole('main').textContent()).toMatch(/partly useful.*did not meet.*An hour/s);

  // Their yes is a release, which they read and can take back.
  await site.actAs(page.context(), requester);
  await open(`/my/requests/${ids.progress}/sharing`, 'sharing', { wide: true });
  await page.getByRole('link', { name: 'Read or take back' }).click();
  await look('own-release', { wide: true });
  await send({ reason: 'I have another adviser.' });
  await landed(page, /sharing\?done=revoke$/);
  await staff();

  // Another is ended by staff; then the mentor leaves, by the link of the mail that asked them.
  // Redirecting to a mentor leads to whom.
  await page.goto(`/staff/requests/${ids.drafted}/decide/redirect`);
  await send({ to: 'mentor', note: 'Somebody who knows the field.' });
  await landed(page, /mentors\/propose\/[^/]+\?done=redirect$/);
  await look('mentor-propose-redirected');
  await page.getByLabel('Mina Ortiz').check();
  await send({ topic: 'civil' });
  await landed(page, /done=proposed$/);
  await send({ reason: 'not-a-match' });
  await landed(page, /done=ended$/);
  await look('introduction-ended', { wide: true });
  await site.actAs(page.context(), mentor);
  await page.goto('/my/mentoring');
  await press('Leave the pool of mentors');
  await look('mentoring-left');
  await staff();
  await page.goto(`${place}/decide/invite-again`);
  await look('mentor-invite-again');
  await send();
  await landed(page, /done=invite-again$/);
}, 180_000);

test('a director holds a request and its person, lifts that, and erases both for good', async () => {
  const { page, open, look, send: fill, press } = first();
  const id = await send({}, { name: 'Gwen Going', email: 'gwen@going.example', organization: 'Going' });
  const { requesterId, reference } = await site.desk.wired.services.db.taRequest.findUniqueOrThrow({
    where: { id },
  });
  const person = `/staff/requesters/${requesterId}`;
  await site.actAs(page.context(), await site.person('Erin Director', 'director'));
  for (const [of, about] of [
    [`/staff/requests/${id}`, 'request'],
    [person, 'person'],
  ] as const) {
    await page.goto(of);
    await page.getByRole('link', { name: 'Legal hold' }).click();
    await look(`hold-${about}`, { wide: true });
    await fill({ reason: '' });
    await titled(page, /^Error: /);
    await fill({ reason: 'A claim against the program.' });
    await landed(page, /done=set$/);
    await look(`hold-${about}-set`);
    await open(of, `held-${about}`, { wide: true });
    await page.getByRole('link', { name: 'Erase this for good' }).click();
    await look(`erase-${about}-held`);
    expect(await page.getByRole('main').textContent()).toContain('A legal hold keeps this from being erased');
    await page.getByRole('link', { name: 'Legal hold' }).click();
    await press('Lift the hold');
    await landed(page, /done=lifted$/);
  }
  await open(`/staff/erasures/request/${id}`, 'erase-request', { wide: true });
  await fill({ name: 'TA-1' });
  await titled(page, /^Error: /);
  await fill({ name: reference.toLowerCase() });
  await landed(page, /erasures\?done=request$/);
  expect((await page.goto(`/staff/requests/${id}`))?.status()).toBe(404);
  await open(`/staff/erasures/person/${requesterId}`, 'erase-person');
  await fill({ name: 'gwen@going.example' });
  await landed(page, /erasures\?done=person$/);
  await look('erasures', { wide: true });
  expect((await page.goto(person))?.status()).toBe(404);
}, 120_000);

test('wishes for a copy and for erasure are decided', async () => {
  const { page, open, look, send: fill } = first();
  const { services } = site.desk.wired;
  const wish = async (kind: 'copy' | 'erasure', name: string) => {
    const request = await send({}, { name, email: `${kind}@wishes.example` });
    const { requesterId } = await services.db.taRequest.findUniqueOrThrow({ where: { id: request } });
    const [id, at] = [crypto.randomUUID(), services.clock.now()];
    const dataKey = services.vault.newDataKey('privacy_request');
    await services.db.dataKey.create({ data: dataKey });
    const asked = { askedAt: at, confirmedAt: at, dueOn: '2055-02-10', status: 'open' };
    await services.db.privacyRequest.create({
      data: { id, personId: requesterId, kind, ...asked, dataKeyId: dataKey.id },
    });
    return { id, request };
  };
  const [copy, erasure] = [await wish('copy', 'Cora Copy'), await wish('erasure', 'Ella Erased')];
  await site.actAs(page.context(), dee);
  await open('/staff/privacy', 'wishes', { wide: true });
  await open(`/staff/privacy/${copy.id}`, 'wish-copy', { wide: true });
  await fill({ kind: 'refuse' });
  await titled(page, /^Error: /);
  await look('wish-error');
  await fill({ kind: 'carry-out', words: 'Here it is.' });
  await landed(page, /done=done$/);
  await look('wish-done');
  await open(`/staff/privacy/${erasure.id}`, 'wish-erasure-waits', { wide: true });
  expect(await page.getByRole('main').textContent()).toContain('still open');
  const withdrawn = { status: 'withdrawn', endedAt: services.clock.now() };
  await services.db.taRequest.update({ where: { id: erasure.request }, data: withdrawn });
  await open(`/staff/privacy/${erasure.id}`, 'wish-erasure', { wide: true });
  await fill({ kind: 'carry-out' });
  await landed(page, /done=erasing$/);
}, 60_000);

test('no page and no form was left out', () => {
  expectWalked('staff', [...first().seen, ...second().seen]);
});
