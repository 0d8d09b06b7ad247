import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { renderMail } from '../../src/emails/render-mail.js';
import { en } from '../../src/emails/text/en/en.js';
import { allPreviews } from '../emails/previews.js';
import { axeFindings, launchBrowser, newVisitor, snap, widerThanScreen } from '../support/browser.js';

/** Mail programs show mail without scripts, often on a phone. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  const context = await newVisitor(browser, { url: 'http://localhost', width: 320, javaScript: false });
  page = await context.newPage();
});
afterAll(() => browser?.close());

test.each(allPreviews())('$name fits a phone', async ({ name, kind, data }) => {
  const { html } = await renderMail(en, kind, data);
  await page.setContent(html);
  await snap(page, `mail ${name}`);
  expect(await widerThanScreen(page)).toEqual([]);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
});

test('axe finds nothing in the frame they share', async () => {
  const context = await newVisitor(browser, { url: 'http://localhost', width: 320 });
  const reader = await context.newPage();
  const [first] = allPreviews();
  if (!first) throw new Error('no mail at all');
  await reader.setContent((await renderMail(en, first.kind, first.data)).html);
  // A mail is an article; the mail program around it has the landmarks.
  const found = (await axeFindings(reader)).filter((line) => !/^(landmark-one-main|region):/.test(line));
  expect(found).toEqual([]);
});
