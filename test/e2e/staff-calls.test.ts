import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ask, GENERAL, NON_LEGAL, register, startCallWorld } from '../api/pages/staff/calls/call-world.js';
import type { StaffSite, StaffUser } from '../api/pages/staff/staff-site.js';
import { axeFindings, launchBrowser, newVisitor, snap, widerThanScreen } from '../support/browser.js';

let site: StaffSite;
let browser: Browser;
let ana: StaffUser;
const ids: Record<string, string> = {};
const FIRST_WEDNESDAY = 'legal-working-group-2027-12-01';
const HELD = 'legal-working-group-2027-11-17';

beforeAll(async () => {
  [site, browser] = await Promise.all([startCallWorld(), launchBrowser()]);
  ana = await site.person('Ana Attorney', 'coordinator');
  await fillCalls();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A call that is over with an unclear name, one that is open with questions, registrations of every kind. */
async function fillCalls(): Promise<void> {
  const { desk } = site;
  const long = 'A very long name of a county office for the victims of crime and their families';
  for (let n = 0; n < 3; n += 1) await ask(site, NON_LEGAL, { question: `Interviewing, part ${n}` });
  const chosen = await desk.wired.services.db.callQuestion.findMany({ where: { callId: NON_LEGAL } });
  await desk.api('POST', `/api/v1/calls/${NON_LEGAL}/decisions`, {
    body: { kind: 'select', questionIds: chosen.slice(0, 2).map(({ id }) => id) },
  });
  ids.pending = await register(site, { email: 'pat.lee@gmail.com', name: 'Pat Lee', licensedIn: [] });
  await register(site);
  // Confirmed, for the office is closed that day.
  await desk.api('POST', `/api/v1/calls/${GENERAL}/decisions`, { body: { kind: 'confirm' } });
  await desk.advance({ to: '2027-11-18T18:00:00.000Z' });
  const [from, to] = ['2027-11-17T20:00:00.000Z', '2027-11-17T21:00:00.000Z'];
  await desk.api('POST', `/api/v1/calls/${HELD}/attendance`, {
    body: [
      { email: 'zoe@x.example', name: 'Zoe Young', joinedAt: from, leftAt: to },
      { name: 'Ada Attorney', joinedAt: from, leftAt: to },
    ],
  });
  const { email } = { email: 'long@county-office.example' };
  ids.question = await ask(site, GENERAL, {
    asker: { name: 'Lena Longname', email, role: 'attorney', organization: long },
    question: 'Which remedies are there for a client whose certification was refused?\n\nWhat comes first?',
    needsLegalAnalysis: true,
  });
  for (let n = 0; n < 3; n += 1) await ask(site, GENERAL, { question: `Benefits, part ${n}` });
  await desk.api('POST', `/api/v1/calls/${GENERAL}/decisions`, {
    body: { kind: 'select', questionIds: [ids.question] },
  });
  await desk.wired.services.db.message.updateMany({
    where: { relatedId: HELD, kind: 'question-selected' },
    data: { status: 'unknown' },
  });
}

const of = (callId: string, rest = '') => `/staff/calls/${callId}${rest}`;

const VISITS: [string, () => string][] = [
  ['board', () => '/staff/calls'],
  ['series', () => '/staff/calls/series/legal-working-group'],
  ['room-open', () => of(GENERAL)],
  ['room-held', () => of(HELD, '?done=attendance')],
  ['room-planned', () => of(FIRST_WEDNESDAY)],
  ['questions', () => of(GENERAL, '/questions')],
  ['questions-text', () => of(GENERAL, '/questions?text=shown')],
  ['questions-over', () => of(HELD, '/questions')],
  ['question', () => of(GENERAL, `/questions/${ids.question}`)],
  ['agenda', () => of(GENERAL, '/agenda')],
  ['live', () => of(HELD, '/live')],
  ['attendance', () => of(HELD, '/attendance')],
  ['attendance-early', () => of(GENERAL, '/attendance')],
  ['decide-move', () => of(GENERAL, '/decide/move')],
  ['decide-cancel', () => of(GENERAL, '/decide/cancel')],
  ['decide-recap', () => of(HELD, '/decide/recap')],
  ['decide-link', () => of(GENERAL, '/decide/link')],
  ['registrations', () => '/staff/registrations'],
  ['registration', () => `/staff/registrations/${ids.pending}`],
];

describe.each([320, 1280])('the staff pages of the calls, %i pixels wide', (width) => {
  let page: Page;
  beforeAll(async () => {
    page = await (await newVisitor(browser, { url: site.url, width })).newPage();
    await page.setExtraHTTPHeaders({ 'x-test-actor': ana.id });
  });
  afterAll(() => page?.context().close());

  test.each(VISITS)('%s fits the screen and axe finds nothing', async (name, path) => {
    const answer = await page.goto(path());
    expect([answer?.status(), new URL(page.url()).pathname]).toEqual([200, path().split('?')[0]]);
    await snap(page, `calls-${name}-${width}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await widerThanScreen(page)).toEqual([]);
  });

  test('an error summary leads to the field, and what was typed stays', async () => {
    await page.goto(of(GENERAL, '/decide/move'));
    await page.getByLabel('New time, Pacific').fill('lunch time');
    await page.getByRole('button', { name: 'Move the call' }).click();
    await snap(page, `calls-error-${width}`);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Enter a date.' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('date-month');
    expect(await page.getByLabel('New time, Pacific').inputValue()).toBe('lunch time');
  });
});

test('questions are chosen with the keyboard alone, without JavaScript', async () => {
  const context = await newVisitor(browser, { url: site.url, javaScript: false });
  await context.setExtraHTTPHeaders({ 'x-test-actor': ana.id });
  const page = await context.newPage();
  await page.goto(of(GENERAL, '/questions'));
  await page.locator('#question-2').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL(/done=select/);
  expect(await page.getByText('2 of 6 places taken.').count()).toBe(1);
  await context.close();
});
