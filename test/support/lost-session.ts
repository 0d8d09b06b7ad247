import { expect } from '@jest/globals';
import { load } from 'cheerio';
import type { BrowserContext, Page } from 'playwright-core';
import { BY_ADDRESS } from '../../src/api/middleware/csrf.js';

const SESSION = /ta-desk-session$/;

/**
 * Sends each form of a page as if the session, or the form's token, had ended while somebody typed: nothing may be
 * done, and every word must come back. The page in the browser stays as it is.
 */
export async function expectTypedComesBack(context: BrowserContext, page: Page): Promise<void> {
  const url = page.url();
  const cookies = await context.cookies(url);
  const header = (some: typeof cookies) => some.map(({ name, value }) => `${name}=${value}`).join('; ');
  const all = header(cookies);
  const signedIn = cookies.some(({ name }) => SESSION.test(name));
  const html = await page.content();
  for (const { action, fields, typed } of typedForms(html, url)) {
    const send = (cookie: string, _csrf: string) =>
      fetch(action, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
        body: new URLSearchParams([...fields, ['_csrf', _csrf]]).toString(),
      });
    const token = load(html)('input[name=_csrf]').attr('value') ?? '';
    const old = await send(all, token.replace(/^[^.]*/, 'old'));
    expect([url, action, old.status]).toEqual([url, action, 403]);
    expectWords(url, await old.text(), typed);
    if (!signedIn) continue;
    const lost = await send(header(cookies.filter(({ name }) => !SESSION.test(name))), token);
    const next = new URL(lost.headers.get('location') ?? '', url).searchParams.get('next') ?? '';
    expect([url, action, lost.status, next]).toEqual([url, action, 303, expect.stringMatching(/^\/kept\//)]);
    const back = await fetch(new URL(next, url), { headers: { cookie: all } });
    expect([url, action, back.status]).toEqual([url, action, 200]);
    expectWords(url, await back.text(), typed);
  }
}

/** The forms of a page in which somebody can write, filled with words of their own. */
function typedForms(html: string, url: string) {
  const $ = load(html);
  return (
    $('main form[method=post]')
      .toArray()
      .map((element) => {
        const typed: string[] = [];
        const fields = $(element)
          .find('input, textarea, select')
          .toArray()
          .map((field) => $(field))
          .filter((field) => field.attr('name') !== undefined && field.attr('name') !== '_csrf')
          .flatMap((field): [string, string][] => {
            const name = field.attr('name') ?? '';
            const type = field.is('textarea') ? 'textarea' : (field.attr('type') ?? 'text');
            if (type === 'hidden') return [[name, field.attr('value') ?? '']];
            if (!/^(text|textarea|email|search|tel)$/.test(type) || field.is('select')) return [];
            const words = `Typed ${typed.length} "into" <${name}>`;
            typed.push(words);
            return [[name, words]];
          });
        return { action: new URL($(element).attr('action') || url, url).href, fields, typed };
      })
      // Signing in never needs signing in: what it asks for is asked for again.
      .filter(({ action, typed }) => typed.length > 0 && !/^\/sign-in\//.test(new URL(action).pathname))
      .filter(({ action }) => !BY_ADDRESS.test(new URL(action).pathname))
  );
}

/** Each word stands in an input of its own, or as text to copy. */
function expectWords(url: string, html: string, typed: string[]): void {
  const $ = load(html);
  const there = $('main input, main textarea')
    .toArray()
    .map((element) => $(element).attr('value') ?? $(element).text());
  expect({ url, lost: typed.filter((words) => !there.includes(words)) }).toEqual({ url, lost: [] });
}
