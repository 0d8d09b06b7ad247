import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Page,
  chromium as playwright,
} from 'playwright-core';

const LEFT_OUT =
  /^--(single-process|headless|use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu-blocklist|in-process-gpu)\b/;

/** Starts a real Chromium (from npm). Close it in afterAll. */
export async function launchBrowser(): Promise<Browser> {
  // In a single process the whole browser ends with its first visitor.
  // Nor do pages need a graphics card imitated in software, which draws everything twice.
  const args = [...chromium.args.filter((arg) => !LEFT_OUT.test(arg)), '--disable-gpu'];
  return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
}

export interface Visit {
  url: string;
  width?: number;
  javaScript?: boolean;
}

/** A fresh visitor: no cookies, one size of screen. */
export async function newVisitor(
  browser: Browser,
  { url, width = 1280, javaScript = true }: Visit,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width < 600 ? 640 : 900 },
    javaScriptEnabled: javaScript,
    locale: 'en-US',
  });
  context.setDefaultTimeout(15_000);
  return context;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page's, for as long as there is that page. */
const sessions = new WeakMap<Page, CDPSession>();

/** What axe finds wrong, in one line each: rule, help, first element. Empty is good. Needs scripts. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Straight into the page: the package for Playwright opens another one to end each look in, three times as slow, and
  // Playwright's own way of evaluating takes half as long again.
  const devTools = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, devTools);
  // A page looked at in a second width has it already.
  const has = await devTools.send('Runtime.evaluate', { expression: 'typeof axe' });
  if (has.result.value === 'undefined') await devTools.send('Runtime.evaluate', { expression: `${AXE};0` });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}) ${nodes[0]?.html.slice(0, 160)}`,
    );
  });
}

/** Elements that make the page scroll sideways. */
export async function widerThanScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** On a phone: links and buttons that a thumb would miss, lower than 24 pixels; one in the middle of a sentence may be. */
export async function lowTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.clientWidth > 640) return [];
    const said = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const inSentence = (element: Element) =>
      getComputedStyle(element).display === 'inline' && said(element.parentElement) !== said(element);
    return [...document.querySelectorAll('main a, main button, main select, main summary, footer a')]
      .filter((element) => !element.closest('.govuk-visually-hidden') && !inSentence(element))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && height > 1 && height < 24;
      })
      .slice(0, 5)
      .map((element) => `lower than a thumb hits: ${element.outerHTML.slice(0, 120)}`);
  });
}

/** Keeps a picture in `SCREENSHOTS`, if that is set. */
export async function snap(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Resolves once the page stands that was asked for at such an address: its script takes `done` out of what is shown. */
export async function landed(page: Page, at: RegExp): Promise<void> {
  await page.waitForFunction(
    (source) => new RegExp(source).test(performance.getEntriesByType('navigation')[0]?.name ?? ''),
    at.source,
  );
}

/** Resolves once the page has such a title: right after a press, the next page may not have been read yet. */
export async function titled(page: Page, title: RegExp): Promise<void> {
  await page.waitForFunction((source) => new RegExp(source).test(document.title), title.source);
}
