import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { mailedLink } from '../api/pages/calls/calls-site.js';
import { startTestApp, type TestApp } from '../api/support/test-app.js';
import { launchBrowser, newVisitor, titled } from '../support/browser.js';
import { startWalk, type Walk, walkAll } from '../support/walk.js';
import { expectWalked } from './walked-pages.js';

/** A published answer. */
const ANSWER = '018f0000-0000-4000-8000-00000000000a';

let app: TestApp;
let browser: Browser;
let walks: Walk[];

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  const at = new Date();
  await app.services.db.precedent.create({
    data: {
      ...{
        id: ANSWER,
        status: 'published',
        audience: 'public',
        kind: 'general-information',
        author: 'key:k',
      },
      ...{ topics: ['immigration'], question: 'Who may be a derivative?', answer: 'See the *regulation*.' },
      ...{ reviewBy: at, createdAt: at, changedAt: at, publishedAt: at },
    },
  });
  walks = await Promise.all([startWalk(browser, app), startWalk(browser, app)]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const PUBLIC_PAGES: [string, string, { wide?: true; scripts?: true; status?: number }?][] = [
  ['front page', '/', { wide: true, scripts: true }],
  ['hotline', '/hotline'],
  ['who are you', '/request/start'],
  ['rather talk', '/request/talk?role=paralegal'],
  ['rather talk, no call', '/request/talk?role=law-enforcement'],
  ['document not reviewed', '/request/not-reviewed?document=t-visa-initial-declaration'],
  ['sent, check your mail', '/request/sent'],
  ['when would I hear back', '/when-would-i-hear'],
  ['when, wrong date', '/when-would-i-hear?sent-month=2&sent-day=30&sent-year=2026', { status: 422 }],
  ['about', '/about'],
  ['referrals', '/referrals'],
  ['answers', '/answers'],
  ['answer', `/answers/${ANSWER}`],
  ['privacy', '/privacy'],
  ['accessibility', '/accessibility'],
  ['what the API offers', '/api/docs', { wide: true }],
  ['no such page', '/nowhere', { status: 404 }],
];

test('what everybody sees', async () => {
  await walkAll(walks, PUBLIC_PAGES, ({ open }, [name, path, look]) =>
    open(path, name.replaceAll(/\W+/g, '-'), look),
  );
}, 60_000);

test('a date is asked about', async () => {
  const { page, look } = walks[0] as Walk;
  await page.goto('/when-would-i-hear');
  for (const [part, typed] of [
    ['Month', '11'],
    ['Day', '23'],
    ['Year', '2026'],
  ] as const) {
    await page.getByLabel(part, { exact: true }).fill(typed);
  }
  await page.locator('main form button').click();
  expect(await page.getByRole('main').textContent()).toContain('December 15, 2026');
  await look('when-answered', { wide: true });
});

test('with scripts, the exit leaves at once and the error summary is read first', async () => {
  const visitor = await newVisitor(browser, { url: app.url, width: 320 });
  const page = await visitor.newPage();
  // Where the server sends people from here is for form-over-http.test.ts.
  await page.route('**/exit', (route) => route.fulfill({ body: 'Gone' }));
  const refused: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && refused.push(message.text())));
  await page.goto('/request/start');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForSelector('body.js-enabled');
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('error-summary');
  await page.getByRole('button', { name: 'Exit this page' }).click();
  await page.waitForURL('**/exit');
  // The answer with errors is a 422; nothing else is amiss, least of all the policy on scripts.
  expect(refused.filter((line) => !line.includes('422'))).toEqual([]);
  await visitor.close();
});

test.each([1280, 700])('%d pixels wide, the exit stands beside what is wrong, never on it', async (width) => {
  const visitor = await newVisitor(browser, { url: app.url, width });
  const page = await visitor.newPage();
  for (const path of ['/sign-in', '/request/start']) {
    await page.goto(path);
    await page.locator('main form[method=post] button').first().click();
    const [exit, wrong] = await Promise.all(
      ['.govuk-exit-this-page', '.govuk-error-summary'].map((one) => page.locator(one).boundingBox()),
    );
    const apart = exit && wrong && (wrong.y >= exit.y + exit.height || wrong.x + wrong.width <= exit.x);
    expect({ path, exit, wrong, apart }).toMatchObject({ apart: true });
  }
  await visitor.close();
});

test('the form, from the door to the mailbox', async () => {
  const { page, look, press } = walks[0] as Walk;
  const step = (name: string) => look(`form-${name}`);
  const next = () => press('Continue');
  await page.goto('/request/start');
  await next();
  await step('0-who-error');
  await titled(page, /^Error: /);
  await page.getByLabel('I work with survivors').check();
  await next();

  await step('1-role');
  await page.getByLabel('Paralegal').check();
  await next();
  await step('2-details');
  await page.getByLabel('Your work e-mail').fill('not an address');
  await next();
  await step('2-details-error');
  expect(await page.getByLabel('Your work e-mail').inputValue()).toBe('not an address');
  await page.getByLabel('Your name').fill('Ana Ortiz');
  await page.getByLabel('Your work e-mail').fill('ana@gmail.con');
  await page.getByLabel('Organization').fill('Valley Legal Aid');
  await page.getByLabel('State or territory').selectOption('CA');
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
  await press('Choose another document');
  await page.getByLabel('Another document').check();
  await next();
  await step('5-t-visa');
  await page.getByRole('radio', { name: 'No' }).check();
  await next();
  await step('5-documents');
  await press('Add this document');
  await step('5-documents-error');
  await page.getByLabel('Choose the file').setInputFiles({
    name: 'statement.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('A draft of a statement.'),
  });
  await press('Add this document');
  await step('5-documents-sent');
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
  await press('Go back and change it');
  await page.getByLabel('The facts').fill('The client got an RFE on physical presence.');
  await next();
  // Begun here, gone on with in another browser.
  await page.goto('/request/elsewhere');
  expect(await page.getByLabel('Your work e-mail').inputValue()).toBe('ana@gmail.con');
  await step('8-elsewhere');
  await page.getByLabel('Your work e-mail').fill('ana');
  await press('E-mail the link');
  await page.getByLabel('Your work e-mail').fill('ana@gmail.con');
  await press('E-mail the link');
  await step('8-elsewhere-mailed');
  const link = new URL(await mailedLink(app, 'ana@gmail.con', 'form-link')).pathname;
  const phone = walks[1] as Walk;
  await phone.page.goto(link);
  await phone.look('form-8-found-whose');
  await phone.page.getByLabel('Your work e-mail').fill('ana@gmail.con');
  await phone.press('Continue');
  await phone.look('form-8-found');
  await phone.press('Go on here');
  expect(phone.page.url()).toContain('/request/deadline');
  await page.goto('/request/elsewhere');
  await page.getByLabel('Your work e-mail').fill('ana@gmail.con');
  await press('E-mail the link');
  await page.goto(new URL(await mailedLink(app, 'ana@gmail.con', 'form-link')).pathname);
  await press('Go on here');
  await page.goto('/');
  await step('8-begun');
  await page.goto('/request/start');
  await step('8-begun-start');
  await page.getByRole('link', { name: 'Go on with your request' }).click();
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
  await press('Send');
  await step('10-check-error');
  await page.getByLabel('I have read what written assistance covers').check();
  await press('Send');
  await page.waitForURL('**/request/sent');
  await look('form-11-sent', { wide: true });
  await press('Yes, send it to ana@gmail.com');
  await step('11-sent-elsewhere');
  await page.getByLabel('Your work e-mail').fill('ana at legal aid');
  await press('Send the link there');
  await step('11-sent-error');
}, 120_000);

test('no page and no form was left out', () => {
  expectWalked(
    'public',
    walks.flatMap(({ seen }) => [...seen]),
  );
});
