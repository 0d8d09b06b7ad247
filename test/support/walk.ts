import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { axeFindings, lowTargets, newVisitor, snap, widerThanScreen } from './browser.js';
import { expectTypedComesBack } from './lost-session.js';

/** What scripts change in a page; all else is the same with and without them. */
const ENHANCED =
  'main [data-module=govuk-character-count], main [data-aria-controls], main [data-module^=moj]';

export interface Look {
  /** Also at 1280 pixels, where the layout is another one. */
  wide?: boolean;
  /** Also with scripts; without saying so, where scripts change what stands in `main`. */
  scripts?: boolean;
}

/** Somebody who walks through pages, 320 pixels wide and without JavaScript. */
export interface Walk {
  page: Page;
  context: BrowserContext;
  /** Opens a page, expects it there, and looks at it. */
  open(path: string, name: string, look?: Look & { status?: number }): Promise<void>;
  /** Expects that axe finds nothing here and nothing is wider than the screen; keeps a picture. */
  look(name: string, look?: Look): Promise<void>;
  /** Fills fields by their names and presses the form's first button, or the one named. */
  send(fields?: Record<string, string>, button?: string): Promise<void>;
  press(button: string): Promise<void>;
  /** `GET /path` of each page looked at, `POST /path` of each form sent. */
  seen: Set<string>;
}

export async function startWalk(browser: Browser, { url }: { url: string }): Promise<Walk> {
  const context = await newVisitor(browser, { url, width: 320 });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  const allowScripts = (yes: boolean) =>
    devTools.send('Emulation.setScriptExecutionDisabled', { value: !yes });
  await allowScripts(false);

  const seen = new Set<string>();
  const enhanced = new Set<string>();
  const typed = new Set<string>();
  let withScripts: Page | undefined;
  let shown: Request | undefined;
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) return;
    shown = request;
    if (request.method() === 'POST') seen.add(`POST ${pathOf(request.url())}`);
  });

  async function look(name: string, { wide = false, scripts = false }: Look = {}): Promise<void> {
    await page.waitForLoadState();
    await snap(page, name);
    // None of the page's own scripts ran; axe, one itself, may now.
    await allowScripts(true);
    await expectFine(page, name);
    const changes = (await page.locator(ENHANCED).count()) > 0;
    if (wide) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await snap(page, `${name}-wide`);
      await expectFine(page, `${name}, wide`);
      await page.setViewportSize({ width: 320, height: 640 });
    }
    await allowScripts(false);
    seen.add(`${shown?.method()} ${pathOf(page.url())}`);
    const once = pathOf(page.url()).replace(/[^/]*\d[^/]*/g, ':id');
    if (!typed.has(once)) {
      typed.add(once);
      await expectTypedComesBack(context, page);
    }
    if (!scripts && (!changes || enhanced.has(once))) return;
    enhanced.add(once);
    withScripts ??= await (await newVisitor(browser, { url, width: 320 })).newPage();
    await lookWithScripts(withScripts, { url: page.url(), html: await page.content(), name });
  }

  const press = (button: string) => page.getByRole('button', { name: button }).click();
  return {
    page,
    context,
    seen,
    look,
    press,
    async open(path, name, { status = 200, ...rest } = {}) {
      const answer = await page.goto(path);
      expect([name, answer?.status(), pathOf(page.url())]).toEqual([name, status, path.split('?')[0]]);
      await look(name, rest);
    },
    async send(fields = {}, button) {
      await fill(page, fields);
      await (button ? press(button) : page.locator('main form[method=post] button').first().click());
    },
  };
}

/** Several walkers side by side through pages that don't touch one another. */
export async function walkAll<T>(
  walks: Walk[],
  visits: readonly T[],
  visit: (walk: Walk, one: T) => Promise<void>,
) {
  const left = [...visits];
  await Promise.all(
    walks.map(async (walk) => {
      for (let one = left.shift(); one; one = left.shift()) await visit(walk, one);
    }),
  );
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]:not([type=hidden])`);
    const kind = await field.first().evaluate((element) => element.getAttribute('type') ?? element.tagName);
    if (kind === 'radio' || kind === 'checkbox') {
      await page.locator(`main [name="${name}"][value="${value}"]`).check();
    } else if (kind === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

/** The same answer of the server once more, now with the page's scripts. */
async function lookWithScripts(page: Page, { url, html, name }: { url: string; html: string; name: string }) {
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(url);
  // Not before all has come: what interception holds when it ends never arrives.
  await page.unroute(url);
  await page.waitForSelector('body.js-enabled');
  await snap(page, `${name}-scripts`);
  await expectFine(page, `${name}, with scripts`);
}

async function expectFine(page: Page, name: string): Promise<void> {
  const found = [...(await axeFindings(page)), ...(await widerThanScreen(page)), ...(await lowTargets(page))];
  expect({ name, found }).toEqual({ name, found: [] });
}

const pathOf = (url: string) => new URL(url).pathname;
