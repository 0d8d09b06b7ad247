import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../api/support/test-app.js';
import { axeFindings, launchBrowser, newVisitor, snap, widerThanScreen } from '../support/browser.js';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const PUBLIC_PAGES = [
  ['front page', '/'],
  ['hotline', '/hotline'],
  ['who are you', '/request/start'],
  ['rather talk', '/request/talk?role=paralegal'],
  ['rather talk, no call', '/request/talk?role=law-enforcement'],
  ['document not reviewed', '/request/not-reviewed?document=t-visa-initial-declaration'],
  ['sent, check your mail', '/request/sent'],
  ['when would I hear back', '/when-would-i-hear'],
  ['when, wrong date', '/when-would-i-hear?sent-month=2&sent-day=30&sent-year=2026'],
  ['about', '/about'],
  ['privacy', '/privacy'],
  ['accessibility', '/accessibility'],
  ['sign in', '/sign-in'],
  ['sign in, link sent', '/sign-in/sent'],
  ['sign in, press the button', '/sign-in/confirm?token=x'],
  ['sign out', '/sign-out'],
  ['outbox', '/outbox'],
  ['no such page', '/nowhere'],
] as const;

async function check(page: Page, name: string): Promise<void> {
  await snap(page, name);
  expect(await axeFindings(page)).toEqual([]);
  expect(await widerThanScreen(page)).toEqual([]);
}

describe.each([320, 1280])('at %d pixels', (width) => {
  let page: Page;
  beforeAll(async () => {
    page = await (await newVisitor(browser, { url: app.url, width })).newPage();
  });
  afterAll(() => page.context().close());

  test.each(PUBLIC_PAGES)('%s', async (name, path) => {
    await page.goto(path);
    await check(page, `${name.replaceAll(/\W+/g, '-')}-${width}`);
  });
});

describe.each([
  ['on a narrow screen', { width: 320, javaScript: true }],
  ['without JavaScript', { width: 1280, javaScript: false }],
])('%s', (_name, how) => {
  test('the form, from the door to the mailbox', async () => {
    const visitor = await newVisitor(browser, { url: app.url, ...how });
    const page = await visitor.newPage();
    // axe is a script itself; the page is the same with and without.
    const step = async (name: string) =>
      how.javaScript ? check(page, `form-${name}`) : snap(page, `form-${name}-plain`);
    const next = () => page.getByRole('button', { name: 'Continue' }).click();
    await page.goto('/request/start');
    await next();
    await step('0-who-error');
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByLabel('I work with survivors').check();
    await next();

    await step('1-role');
    await page.getByLabel('Paralegal').check();
    await next();
    await step('2-details');
    await page.getByLabel('Your work e-mail').fill('not an address');
    await page.getByLabel('Where are you licensed?').fill('Calfornia');
    await next();
    await step('2-details-error');
    expect(await page.getByLabel('Your work e-mail').inputValue()).toBe('not an address');
    await page.getByLabel('Your name').fill('Ana Ortiz');
    await page.getByLabel('Your work e-mail').fill(`ana.${how.width}@legal-aid.example`);
    await page.getByLabel('Organization').fill('Valley Legal Aid');
    await page.getByLabel('State or territory').selectOption('CA');
    await page.getByLabel('Where are you licensed?').fill('');
    await page.getByLabel('Yes').check();
    await next();
    await step('3-supervisor');
    await page.getByLabel('Their name').fill('Sam Reyes');
    await page.getByLabel('Their work e-mail').fill('sam.reyes@legal-aid.example');
    await page.getByLabel('Attorney').check();
    await next();
    await step('4-kind');
    await page.getByLabel('Document review').check();
    await next();
    await step('5-document');
    await page.getByLabel('First T visa declaration').check();
    await next();
    await step('5-not-reviewed');
    await page.getByRole('button', { name: 'Choose another document' }).click();
    await page.getByLabel('Another document').check();
    await next();
    await step('5-t-visa');
    await page.getByRole('radio', { name: 'No' }).check();
    await next();
    await step('6-topics');
    await page.getByLabel('Immigration').check();
    await next();
    await step('7-resources');
    await page.getByLabel('Yes, and I still need help').check();
    await next();
    await step('8-facts');
    await page.getByLabel('The facts').fill('My client Maria Lopez, A123456789, got an RFE.');
    await page.getByLabel('Your questions').fill('How do we show a link to trafficking?');
    await next();
    await step('8-identifiers');
    await page.getByRole('button', { name: 'Go back and change it' }).click();
    await page.getByLabel('The facts').fill('The client got an RFE on physical presence.');
    await next();
    await step('9-deadline');
    await page.getByLabel('Yes, a filing date').check();
    await page.getByLabel('Month').fill('2');
    await page.getByLabel('Day', { exact: true }).fill('30');
    await page.getByLabel('Year').fill('2026');
    await next();
    await step('9-deadline-error');
    await page.getByLabel('Month').fill('11');
    await page.getByLabel('Day', { exact: true }).fill('3');
    await next();
    await step('9-deadline-soon');
    await page.getByRole('link', { name: 'Change the date' }).click();
    await page.getByLabel('Month').fill('December');
    await page.getByLabel('Day', { exact: true }).fill('18');
    await next();
    await step('10-check');
    await page.getByRole('button', { name: 'Send' }).click();
    await step('10-check-error');
    await page.getByLabel('I have read what written assistance covers').check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL('**/request/sent');
    await page.goto('/outbox');
    await step('11-outbox');
    await visitor.close();
  }, 120_000);
});
