import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { moveText, myCallsText, pollText } from '../../src/api/text/en/pages/calls/my-calls.js';
import { subscriptionText } from '../../src/api/text/en/pages/calls/subscription.js';
import { pollToken } from '../../src/usecases/calls/poll.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { hashToken } from '../../src/usecases/tokens.js';
import {
  FIRST,
  LWG,
  mailedLink,
  SECOND,
  signInCookies,
  startCallsSite,
  THIRD,
} from '../api/pages/calls/calls-site.js';
import type { TestApp } from '../api/support/test-app.js';
import { landed, launchBrowser, titled } from '../support/browser.js';
import { startWalk, type Walk, walkAll } from '../support/walk.js';
import { expectWalked } from './walked-pages.js';

let app: TestApp;
let browser: Browser;
let strangers: Walk[];
let pat: Walk;
const email = `pat@office-${randomUUID().slice(0, 8)}.example`;
const CANCELLED = `${LWG}-2026-12-02`;
const MOVED = `${LWG}-2026-12-09`;
const HELD = `${LWG}-2026-10-21`;

beforeAll(async () => {
  [app, browser] = await Promise.all([startCallsSite(), launchBrowser()]);
  strangers = await Promise.all([startWalk(browser, app), startWalk(browser, app)]);
  pat = await startWalk(browser, app);
  await pat.context.addCookies(cookiesOf(await signInCookies(app, email)));
  const { db } = app.services;
  await db.call.update({
    where: { id: CANCELLED },
    data: { status: 'cancelled', cancelReason: 'no-questions' },
  });
  const moved = await db.call.findUniqueOrThrow({ where: { id: MOVED }, include: withKey });
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
  const call = await db.call.findUniqueOrThrow({ where: { id }, include: withKey });
  const sealed = vault.seal(call.dataKey, { table: 'call', rowId: id, field }, text);
  const data =
    field === 'recap'
      ? { status: 'held', recapPublishedAt: new Date(), sealedRecap: sealed }
      : { sealedJoinLink: sealed };
  await db.call.update({ where: { id }, data });
}

const cookiesOf = (lines: string[]): Parameters<BrowserContext['addCookies']>[0] =>
  lines.map((line) => {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    return { name, value, url: app.url };
  });

const PUBLIC_PAGES: [string, string, { wide?: true; status?: number }?][] = [
  ['calendar', '/calls?zone=Pacific%2FGuam', { wide: true }],
  ['call, questions open', `/calls/${FIRST}?zone=America%2FPhoenix`, { wide: true }],
  ['call, not yet', `/calls/${THIRD}`],
  ['call cancelled', `/calls/${CANCELLED}`],
  ['call moved', `/calls/${MOVED}`],
  ['call on a holiday', '/calls/social-services-2026-11-26'],
  ['call over, recap for registrants', `/calls/${HELD}`],
  ['register, before sign-in', `/calls/register/${LWG}`],
  ['poll before sign-in', `/calls/${HELD}/poll`],
  ['poll by a bad link', `/calls/${HELD}/poll/made-up`, { status: 403 }],
  ['poll too early', `/calls/${FIRST}/poll`],
  ['subscribe', '/subscribe'],
  ['subscribe sent', '/subscribe/sent'],
  ['subscribe bad link', '/subscribe/confirm/made-up', { status: 404 }],
  ['unsubscribe', '/unsubscribe/made-up'],
  ['handover before sign-in', '/handover/made-up'],
];

test('what everybody sees', async () => {
  app.setNow('2026-11-02T18:00:00.000Z');
  await walkAll(strangers, PUBLIC_PAGES, ({ open }, [name, path, look]) =>
    open(path, `calls-${name.replaceAll(/\W+/g, '-')}`, look),
  );
}, 120_000);

test('a stranger subscribes, confirms and leaves the list', async () => {
  const { page, look, send, press } = strangers[0] as Walk;
  await page.goto('/subscribe');
  await send();
  await look('calls-subscribe-error');
  await page.locator('[name=email]').fill('new.reader@office.example');
  await page.locator('[name=lists]').first().check();
  await send();
  await page.waitForURL('**/subscribe/sent');
  const link = await mailedLink(app, 'new.reader@office.example', 'subscription-confirmation');
  await page.goto(new URL(link).pathname);
  await look('calls-subscribe-confirm');
  await send();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(subscriptionText.confirm.done);
  await look('calls-subscribe-confirmed');

  await page.goto('/unsubscribe/made-up');
  await press(subscriptionText.unsubscribe.button);
  await look('calls-unsubscribe-bad');
}, 60_000);

test('from registering to the request that a question becomes', async () => {
  app.setNow('2026-11-05T18:00:00.000Z');
  const { page, press } = pat;
  const step = (name: string) => pat.look(`calls-${name}`);

  await page.goto(`/calls/register/${LWG}`);
  await page.getByRole('button', { name: 'Register' }).click();
  await step('register-error');
  await titled(page, /^Error: /);
  await page.getByLabel('Your name').fill('Pat Ruiz');
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
  await page.getByRole('link', { name: 'Withdraw it' }).click();
  await pat.send();
  await landed(page, /\/my\/calls\?done=/);
  // The place is free again.
  await page.goto(`/calls/${SECOND}/ask`);
  await page.getByLabel('Your question').fill('How do teams look after each other?');
  await page.getByRole('radio', { name: 'A legal question' }).check();
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByLabel('Your organization').fill(`Office ${email}`);
  await page.getByLabel('If there is no room').check();
  await press('Send question');
  await landed(page, /\/my\/calls\?done=/);
  await page.goto(`/calls/${THIRD}/ask`);
  await step('ask-not-now');
  const asked = { askerEmail: email, status: 'asked' };
  await app.services.db.callQuestion.updateMany({
    where: asked,
    data: { moveToCallId: THIRD, moveAskedAt: new Date() },
  });
  await page.goto('/my/calls');
  await step('my-calls-move-proposed');
  await press(myCallsText.answerMove);
  await step('move');
  await press(moveText.decline);
  await step('my-calls-move-declined');
  await page.goBack();
  await page.reload();
  await step('move-answered');

  const token = randomUUID();
  await app.services.db.callQuestion.updateMany({
    where: { askerEmail: email, status: { not: 'withdrawn' } },
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
  await press(myCallsText.makeRequest);
  await step('make-request');
  await press('Make it a request');
  await step('make-request-errors');
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
  await pat.send({ emailUpdates: 'yes' });
  await landed(page, /\/my\/calls\?done=mail/);
  await step('my-calls-mail');
  await page.goto(`/calls/${HELD}`);
  await step('call-recap');
  const { personId } = await db.personEmail.findUniqueOrThrow({ where: { email } });
  const link = `/calls/${HELD}/poll/${pollToken(app.services, HELD, personId)}`;
  for (const path of [`/calls/${HELD}/poll`, link]) {
    await page.goto(path);
    await step('poll');
    await pat.send({ useful: '5', easyToFollow: '4' });
    await step('poll-thanks');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(pollText.thanks.title);
  }
}, 180_000);

test('no page and no form was left out', () => {
  expectWalked(
    'calls',
    [pat, ...strangers].flatMap(({ seen }) => [...seen]),
  );
});
