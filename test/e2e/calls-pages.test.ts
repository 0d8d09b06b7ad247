import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { hashToken } from '../../src/records/tokens.js';
import { FIRST, LWG, SECOND, signInCookies, startCallsSite, THIRD } from '../api/pages/calls/calls-site.js';
import type { TestApp } from '../api/support/test-app.js';
import { axeFindings, launchBrowser, newVisitor, snap, widerThanScreen } from '../support/browser.js';

let app: TestApp;
let browser: Browser;
const CANCELLED = `${LWG}-2026-12-02`;
const MOVED = `${LWG}-2026-12-09`;
const HELD = `${LWG}-2026-10-21`;

beforeAll(async () => {
  app = await startCallsSite();
  browser = await launchBrowser();
  const { db } = app.services;
  await db.call.update({
    where: { id: CANCELLED },
    data: { status: 'cancelled', cancelReason: 'no-questions' },
  });
  const moved = await db.call.findUniqueOrThrow({ where: { id: MOVED } });
  const state = moved.processState as { times: object };
  await db.call.update({
    where: { id: MOVED },
    data: {
      startsAt: new Date('2026-12-10T20:00:00Z'),
      endsAt: new Date('2026-12-10T21:00:00Z'),
      processState: { ...state, movedAt: 'x', times: { ...state.times, date: '2026-12-10' } },
    },
  });
  await seal(HELD, 'recap', 'Themes: secondary trauma, and how teams look after each other.');
  await seal(SECOND, 'join-link', 'https://zoom.example/j/123?pwd=abc');
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function seal(id: string, field: 'recap' | 'join-link', text: string): Promise<void> {
  const { db, vault } = app.services;
  const call = await db.call.findUniqueOrThrow({ where: { id } });
  const sealed = vault.seal(call.dataKey, { table: 'call', rowId: id, field }, text);
  const data =
    field === 'recap'
      ? { status: 'held', recapPublishedAt: new Date(), sealedRecap: sealed }
      : { sealedJoinLink: sealed };
  await db.call.update({ where: { id }, data });
}

async function visitor(email: string | null, how: { width: number; javaScript?: boolean }) {
  const context = await newVisitor(browser, { url: app.url, ...how });
  if (email) await context.addCookies(cookiesOf(await signInCookies(app, email)));
  return context;
}

const cookiesOf = (lines: string[]): Parameters<BrowserContext['addCookies']>[0] =>
  lines.map((line) => {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    return { name, value, url: app.url };
  });

async function check(page: Page, name: string): Promise<void> {
  await snap(page, `calls-${name}`);
  expect(await axeFindings(page)).toEqual([]);
  expect(await widerThanScreen(page)).toEqual([]);
}

const PUBLIC_PAGES = [
  ['calendar', '/calls?zone=Pacific%2FGuam'],
  ['call, questions open', `/calls/${FIRST}?zone=America%2FPhoenix`],
  ['call, not yet', `/calls/${THIRD}`],
  ['call cancelled', `/calls/${CANCELLED}`],
  ['call moved', `/calls/${MOVED}`],
  ['call on a holiday', '/calls/social-services-2026-11-26'],
  ['call over, recap for registrants', `/calls/${HELD}`],
  ['register, before sign-in', `/calls/register/${LWG}`],
  ['poll', `/calls/${HELD}/poll`],
  ['poll too early', `/calls/${FIRST}/poll`],
  ['subscribe', '/subscribe'],
  ['subscribe sent', '/subscribe/sent'],
  ['subscribe bad link', '/subscribe/confirm/made-up'],
  ['unsubscribe', '/unsubscribe/made-up'],
  ['handover before sign-in', '/handover/made-up'],
] as const;

describe.each([320, 1280])('at %d pixels', (width) => {
  test('what everybody sees', async () => {
    app.setNow('2026-11-02T18:00:00.000Z');
    const page = await (await visitor(null, { width })).newPage();
    for (const [name, path] of PUBLIC_PAGES) {
      await page.goto(path);
      await check(page, `${name.replaceAll(/\W+/g, '-')}-${width}`);
    }
    await page.context().close();
  }, 120_000);
});

describe.each([
  ['on a narrow screen', { width: 320, javaScript: true }],
  ['on a wide screen', { width: 1280, javaScript: true }],
  ['without JavaScript', { width: 1280, javaScript: false }],
])('%s', (_name, how) => {
  test('from registering to the request that a question becomes', async () => {
    app.setNow('2026-11-05T18:00:00.000Z');
    const email = `pat@office-${randomUUID().slice(0, 8)}.example`;
    const context = await visitor(email, how);
    const page = await context.newPage();
    // axe is a script itself; the page is the same with and without.
    const step = async (name: string) =>
      how.javaScript ? check(page, `${name}-${how.width}`) : snap(page, `calls-${name}-plain`);
    const press = (name: string) => page.getByRole('button', { name }).click();

    await page.goto(`/calls/register/${LWG}`);
    await page.getByRole('button', { name: 'Register' }).click();
    await step('register-error');
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByLabel('Paralegal').check();
    await page.getByLabel('I am actively practicing').check();
    await press('Register');
    await step('my-calls-pending');
    await page.getByRole('link', { name: 'Register again' }).click();
    await page.getByLabel('Your employer').fill(`Office ${email}`);
    await page.getByLabel('I am actively practicing').check();
    await step('register-again');
    await press('Register');
    await page.getByRole('link', { name: 'Join the next call' }).waitFor();
    await step('my-calls-approved');

    await page.goto(`/calls/${SECOND}`);
    await page.getByRole('button', { name: 'Ask a question' }).click();
    await press('Send question');
    await step('ask-errors');
    await page.getByLabel('Your question').fill('My client Maria Lopez, A123456789, asks about rest.');
    await page.getByRole('radio', { name: 'A legal question' }).check();
    await page.getByRole('radio', { name: 'Yes' }).check();
    await page.getByLabel('Your organization').fill(`Office ${email}`);
    await press('Send question');
    await step('ask-identifiers');
    await press('Go back and change it');
    await page.getByLabel('Your question').fill('How do teams look after each other?');
    await press('Send question');
    await step('ask-refused');
    await page.getByRole('radio', { name: 'No', exact: true }).check();
    await page.getByLabel('If there is no room').check();
    await press('Send question');
    await step('my-calls-asked');
    await page.getByRole('link', { name: 'Change it' }).click();
    await step('edit');
    await press('Save changes');
    await page.getByRole('link', { name: 'Withdraw it' }).click();
    await step('withdraw');
    await page.getByRole('link', { name: 'Keep it' }).click();
    await page.goto(`/calls/${THIRD}/ask`);
    await step('ask-not-now');

    const token = randomUUID();
    await app.services.db.callQuestion.updateMany({
      where: { askerEmail: email },
      data: {
        status: 'not-selected',
        handoverTokenHash: hashToken(token),
        convertAt: new Date('2026-11-17T17:00:00Z'),
      },
    });
    const { db } = app.services;
    await db.call.update({ where: { id: SECOND }, data: { status: 'confirmed' } });
    app.setNow('2026-11-12T18:00:00.000Z');
    await page.goto('/my/calls');
    await step('my-calls-not-selected');
    await page.goto(`/handover/${token}`);
    await step('handover');
    await press('Make it a request');
    await step('handover-errors');
    await page.getByLabel('Their name').fill('Sam Reyes');
    await page.getByLabel('Their work e-mail').fill('sam.reyes@legal-aid.example');
    await page.getByLabel('Attorney').check();
    await press('Make it a request');
    await page.waitForURL('**/sent');
    await page.goto(`/handover/${token}`);
    await step('handover-done');
    await db.call.update({ where: { id: SECOND }, data: { status: 'planned' } });
    await page.goto('/my/calls');
    await page.getByRole('link', { name: 'See the request TA-' }).click();
    await page.getByText('You asked it for a call').waitFor();
    await step('request-from-call');
    await page.goto('/my/subscription');
    await step('preferences');
    await page.goto(`/calls/${HELD}`);
    await step('call-recap');
    await context.close();
  }, 180_000);
});
