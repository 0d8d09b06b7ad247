import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { hiddenOf, type StaffSite, type StaffUser, startStaffSite } from '../api/pages/staff/staff-site.js';
import { axeFindings, launchBrowser, newVisitor, snap, widerThanScreen } from '../support/browser.js';
import { submission } from '../support/desk.js';

let site: StaffSite;
let browser: Browser;
let admin: StaffUser;
let ana: StaffUser;
let rob: StaffUser;
const ids: Record<string, string> = {};

beforeAll(async () => {
  [site, browser] = await Promise.all([
    startStaffSite({ startAt: '2027-01-05T18:00:00.000Z' }),
    launchBrowser(),
  ]);
  admin = await site.person('Dora Director', 'admin');
  ana = await site.person('Ana Attorney', 'attorney');
  rob = await site.person('Rob Reviewer', 'reviewer');
  await fillDesk();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Requests in every stage staff look at, a late one and a mail of unknown fate among them. */
async function fillDesk(): Promise<void> {
  const supervisor = { name: 'Sue Supervisor', email: 'sue@other-firm.example', role: 'attorney' };
  ids.review = await send(
    { clientAlias: 'R.', supervisor, courtOrFilingDeadline: { kind: 'filing', date: '2027-01-22' } },
    { name: 'Rita Requester', email: 'rita@legal.example', role: 'paralegal' },
  );
  const organization = 'A very long name of a county office for the victims of crime and their families';
  ids.courses = await send(
    { kind: 'document-review', documentKind: 't-visa-rfe' },
    { email: 'c@x.example', organization },
  );
  ids.asked = await send({}, { email: 'omar@shelter.example', role: 'case-manager' });
  ids.answered = await send({}, { email: 'dee@legal.example' });
  for (let n = 0; n < 4; n += 1) await send({}, { name: `Person ${n}`, email: `p${n}@x.example` });
  await decide(admin, ids.review, 'assign', { to: ana.email });
  await decide(ana, ids.review, 'draft-response', { body: 'Dear Rita,\n\nOne.\nTwo.', also: 'submit' });
  await decide(admin, ids.asked, 'assign', { to: ana.email });
  await decide(ana, ids.asked, 'request-information', { question: 'Which year did this happen?' });
  await decide(admin, ids.answered, 'assign', { to: rob.email });
  await decide(rob, ids.answered, 'note', { body: 'Looked it up.' });
  await decide(rob, ids.answered, 'draft-response', { body: 'The answer', also: 'submit' });
  await decide(ana, ids.answered, 'send-response');
  await site.desk.advance({ to: '2027-01-28T18:00:00.000Z' });
  ids.progress = await send({}, { email: 'dee@legal.example' });
  await send({}, { email: 'dee@legal.example' });
  await decide(admin, ids.progress, 'assign', { to: ana.email });
  ids.drafted = await send({}, { email: 'drafted@legal.example' });
  await decide(admin, ids.drafted, 'assign', { to: ana.email });
  await decide(ana, ids.drafted, 'draft-response', { body: 'Not yet done' });
  ids.ready = await send({}, { email: 'ready@legal.example' });
  await decide(admin, ids.ready, 'assign', { to: ana.email });
  await decide(ana, ids.ready, 'draft-response', { body: 'Done', also: 'submit' });
  const unknown = { where: { aboutId: ids.review, kind: 'request-received' }, data: { status: 'unknown' } };
  await site.desk.wired.services.db.message.updateMany(unknown);
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

const DECISIONS = [
  'assign',
  'request-information',
  'redirect',
  'decline',
  'extend',
  'draft-response',
  'merge',
  'reprioritise',
  'note',
  'reclassify',
  'change-deadline',
];

const VISITS: [string, () => StaffUser, () => string][] = [
  ['queue', () => ana, () => '/staff'],
  ['queue-all', () => admin, () => '/staff?tab=all'],
  ['queue-overdue', () => admin, () => '/staff?tab=all&due=overdue&sort=due'],
  ['request-review', () => ana, () => `/staff/requests/${ids.review}?done=note`],
  ['request-untaken', () => ana, () => `/staff/requests/${ids.courses}`],
  ['request-asked', () => ana, () => `/staff/requests/${ids.asked}`],
  ['request-answered', () => ana, () => `/staff/requests/${ids.answered}`],
  ['request-progress', () => ana, () => `/staff/requests/${ids.progress}?not-now=1`],
  ['clock', () => ana, () => `/staff/requests/${ids.review}/clock`],
  ...DECISIONS.map((kind): [string, () => StaffUser, () => string] => [
    `decide-${kind}`,
    () => admin,
    () => `/staff/requests/${ids.progress}/decide/${kind}`,
  ]),
  ['decide-return', () => rob, () => `/staff/requests/${ids.review}/decide/return-response`],
  ['decide-submit', () => ana, () => `/staff/requests/${ids.drafted}/decide/submit-for-review`],
  ['decide-send', () => rob, () => `/staff/requests/${ids.ready}/decide/send-response`],
  ['decide-reopen', () => ana, () => `/staff/requests/${ids.answered}/decide/reopen`],
  ['decide-close', () => ana, () => `/staff/requests/${ids.answered}/decide/close`],
  ['closures', () => admin, () => '/staff/closures'],
  ['mail', () => admin, () => '/staff/mail'],
  ['people', () => admin, () => '/staff/people'],
  ['person-add', () => admin, () => '/staff/people/add'],
  ['keys', () => admin, () => '/staff/keys'],
  ['settings', () => admin, () => '/staff/settings'],
  ['completions', () => admin, () => '/staff/completions'],
  ['numbers', () => admin, () => '/staff/numbers'],
];

// The narrow screen is the hard one; the wide one is walked where the layout differs.
const WIDE = /^(queue-|request-review|decide-draft|closures|numbers)/;

describe.each([320, 1280])('the staff pages, %i pixels wide', (width) => {
  let page: Page;
  beforeAll(async () => {
    page = await (await newVisitor(browser, { url: site.url, width })).newPage();
  });
  afterAll(() => page?.context().close());

  test.each(VISITS.filter(([name]) => width < 600 || WIDE.test(name)))(
    '%s fits the screen and axe finds nothing',
    async (name, who, path) => {
      await page.setExtraHTTPHeaders({ 'x-test-actor': who().id });
      const answer = await page.goto(path());
      expect(answer?.status()).toBe(200);
      await snap(page, `staff-${name}-${width}`);
      expect(await axeFindings(page)).toEqual([]);
      expect(await widerThanScreen(page)).toEqual([]);
    },
  );

  test('a closure is looked at before it is added, and before it is removed', async () => {
    await page.setExtraHTTPHeaders({ 'x-test-actor': admin.id });
    await page.goto('/staff/closures');
    const date = width < 600 ? ['2', '9'] : ['2', '10'];
    await page.getByLabel('Month').fill(date[0] as string);
    await page.getByLabel('Day', { exact: true }).fill(date[1] as string);
    await page.getByLabel('Year').fill('2027');
    await page.getByLabel('Name of the closure').fill('Storm');
    await page.getByRole('button', { name: 'See whom it moves' }).click();
    await snap(page, `staff-closure-preview-${width}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Check before adding');
    expect(await axeFindings(page)).toEqual([]);
    expect(await widerThanScreen(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add the closure' }).click();
    await page.getByRole('link', { name: 'Remove' }).first().click();
    await snap(page, `staff-closure-remove-${width}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await widerThanScreen(page)).toEqual([]);
  });

  test('a new key is shown once', async () => {
    await page.setExtraHTTPHeaders({ 'x-test-actor': admin.id });
    await page.goto('/staff/keys');
    await page.getByLabel('What the key is for').fill('Form of our website');
    await page.getByLabel('Coordinator').check();
    await page.getByLabel('Read and change').check();
    await page.getByRole('button', { name: 'Create a key' }).click();
    await snap(page, `staff-key-created-${width}`);
    expect(await page.locator('code').textContent()).toMatch(/^tad_/);
    expect(await axeFindings(page)).toEqual([]);
    expect(await widerThanScreen(page)).toEqual([]);
  });

  test('an error summary leads to the field', async () => {
    await page.setExtraHTTPHeaders({ 'x-test-actor': admin.id });
    await page.goto(`/staff/requests/${ids.progress}/decide/decline`);
    await page.getByLabel('Reason, as the requester will read it').fill('Outside of TA');
    await page.getByRole('button', { name: 'Decline' }).click();
    await snap(page, `staff-error-${width}`);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Choose a ground.' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('policy');
    expect(await page.getByLabel('Reason, as the requester will read it').inputValue()).toBe('Outside of TA');
  });
});
