import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { byLink, codeOf, newColleague, startSite, type Visitor } from '../api/second-factor/site.js';
import type { TestApp } from '../api/support/test-app.js';
import { launchBrowser, newVisitor, snap } from '../support/browser.js';
import { startWalk } from '../support/walk.js';
import { expectWalked } from './walked-pages.js';

/** Passkeys belong to an address by its name, which has to be known before the desk says where it listens. */
let address: string;
let door: Server;
let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  door = createServer((inside) => {
    const outside = connect(Number(new URL(app.url).port), '127.0.0.1');
    for (const end of [inside, outside]) end.on('error', () => inside.destroy() && outside.destroy());
    inside.pipe(outside).pipe(inside);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => door.once('listening', resolve));
  address = `http://localhost:${(door.address() as AddressInfo).port}`;
  [app, browser] = await Promise.all([startSite('required', address), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  door?.close();
  await app?.close();
});

async function signIn(context: BrowserContext, visitor: Visitor, url: string): Promise<void> {
  const cookies = visitor.cookie().split('; ');
  await context.addCookies(
    cookies.map((one) => {
      const [name = '', value = ''] = one.split(/=(.*)/s);
      return { name, value, url };
    }),
  );
}

const keyOn = async (page: Page) =>
  ((await page.locator('.desk-key').textContent()) ?? '').replaceAll(' ', '');

test('a factor is set up, asked for, added and removed; sessions are ended', async () => {
  const { page, context, look, open, send, press, seen } = await startWalk(browser, app);
  const { email } = await newColleague('admin', app);
  await signIn(context, await byLink(email, app), app.url);
  await page.goto('/staff/people');
  await look('account-set-up', { wide: true });
  await send({ code: '12' });
  await look('account-set-up-error');
  const key = await keyOn(page);
  await send({ code: codeOf(key) });
  await app.services.db.appFactor.updateMany({ data: { lastStep: 0 } });
  await look('account-recovery-codes');
  await page.getByRole('link', { name: 'I have kept them' }).click();
  expect(new URL(page.url()).pathname).toBe('/staff/people');

  await signIn(context, await byLink(email, app), app.url);
  await page.goto('/staff/people');
  await look('account-code', { wide: true });
  await send({ code: codeOf(key) });
  expect(new URL(page.url()).pathname).toBe('/staff/people');
  await open('/account', 'account', { wide: true });
  await press('End all others');
  await look('account-others-ended');
  await open('/account/add', 'account-add');
  await page.goto('/account');
  await press('Make ten new ones');
  await look('account-new-codes');

  const lost = await newColleague('attorney', app);
  await app.services.db.passkey.create({
    data: {
      ...{ id: crypto.randomUUID(), owner: lost.ref, credentialId: 'lost', publicKey: new Uint8Array([1]) },
      createdAt: new Date(),
    },
  });
  await open(`/staff/people/${lost.id}/reset`, 'account-reset', { wide: true });
  await press('Ask for a reset');
  await look('account-reset-asked');

  const asker = 'ana@legal-aid.example';
  await signIn(context, await byLink(asker, app), app.url);
  await byLink(asker, app);
  await open('/account', 'account-requester');
  await press('End it signed in');
  await page.getByRole('link', { name: 'Add an app or a passkey' }).click();
  await look('account-add-app');
  await send({ code: codeOf(await keyOn(page)) });
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await look('account-added');
  await press('Remove Authenticator app');
  await look('account-removed');
  expectWalked('account', seen);
}, 120_000);

test('a passkey is made, and lets its owner in; another browser’s doesn’t', async () => {
  const { email } = await newColleague('admin', app);
  const context = await newVisitor(browser, { url: address, width: 390 });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
  } as const;
  const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await signIn(context, await byLink(email, app), address);
  await page.goto('/staff');
  await snap(page, 'account-passkey-set-up');
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByRole('link', { name: 'I have kept them' }).click();
  expect(new URL(page.url()).pathname).toBe('/staff');

  await signIn(context, await byLink(email, app), address);
  await page.goto('/staff');
  await snap(page, 'account-passkey-code');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL('**/staff');
  await page.goto('/account');
  await snap(page, 'account-with-passkey');

  // A key of another device that calls itself the same.
  const { credentials } = await devTools.send('WebAuthn.getCredentials', { authenticatorId });
  const made = credentials[0];
  if (!made) throw new Error('no passkey was made');
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
  ]);
  const other = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64');
  await devTools.send('WebAuthn.clearCredentials', { authenticatorId });
  await devTools.send('WebAuthn.addCredential', {
    authenticatorId,
    credential: { ...made, privateKey: other, signCount: 50 },
  });
  await signIn(context, await byLink(email, app), address);
  await page.goto('/staff');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByText('The passkey was not accepted').first().waitFor();
  await page.goto('/staff');
  expect(new URL(page.url()).pathname).toBe('/sign-in/code');
}, 60_000);
