import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { submissionSchema } from '../../src/domain/requests/submission.schema.js';
import { submitUnconfirmed } from '../../src/usecases/requests/submit-unconfirmed.js';
import { launchBrowser, newVisitor, snap, titled, widerThanScreen } from '../support/browser.js';
import { startDesk, submission, type TestDesk } from '../support/desk.js';
import { startWalk, type Walk } from '../support/walk.js';
import { expectWalked } from './walked-pages.js';

/** One request's life as the people outside the office see it, in a browser at 320 pixels, without JavaScript. */
let desk: TestDesk;
let browser: Browser;
let walk: Walk;
let page: Page;
/** Members of staff, each with a browser and a session of their own. */
let kim: Walk;
let rob: Walk;
let requestPath: string;

const PARALEGAL = 'para@legal-aid.example';
const SUPERVISOR = 'sam.lee@legal-aid.example';
const KIM = 'attorney@desk.example';
const REVIEWER = 'reviewer@desk.example';

beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ startAt: '2054-11-23T10:00:00-08:00' }), launchBrowser()]);
  const staff = [
    { email: KIM, name: 'Kim Park', role: 'attorney' },
    { email: REVIEWER, name: 'Rob Reyes', role: 'reviewer' },
  ].map((one) => ({ ...one, id: crypto.randomUUID(), createdAt: new Date() }));
  await desk.wired.services.db.staff.createMany({ data: staff });
  walk = await startWalk(browser, desk);
  page = walk.page;
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const press = (name: string) => walk.press(name);
const shown = () => page.getByRole('main').textContent();
const requestId = () => requestPath.split('/').at(-1) ?? '';

/** Opens the newest mail of a kind in the outbox and follows its link. */
async function followMail(
  kind: string,
  to: string,
  { page, look }: Pick<Walk, 'page' | 'look'> = walk,
): Promise<void> {
  await page.goto('/outbox');
  if (kind === 'supervisor-confirmation') await look('journey-outbox');
  await page
    .getByRole('listitem')
    .filter({ hasText: kind })
    .filter({ hasText: to })
    .first()
    .getByRole('link')
    .click();
  if (kind === 'supervisor-confirmation') await look('journey-outbox-message');
  const link = await page.getByRole('main').getByRole('link').first().getAttribute('href');
  await page.goto(new URL(link ?? '/', desk.url).pathname + new URL(link ?? '/', desk.url).search);
}

async function staff(email: string): Promise<Walk> {
  const theirs = await startWalk(browser, desk);
  await theirs.page.goto('/sign-in');
  await theirs.page.getByLabel('Your e-mail').fill(email);
  await theirs.press('Send me a link');
  await followMail('sign-in', email, theirs);
  await theirs.press('Sign in');
  return theirs;
}

/** Somebody with a phone and scripts; what they press and type is counted. */
async function onPhone() {
  const context = await newVisitor(browser, { url: desk.url, width: 390 });
  const own = await context.newPage();
  const counted = { clicks: 0, words: 0 };
  const press = async (name: string) => {
    counted.clicks += 1;
    await own.getByRole('button', { name }).click();
  };
  return {
    page: own,
    context,
    counted,
    press,
    look: (name: string) => snap(own, name),
    see: async (name: string) => {
      await own.waitForLoadState();
      await snap(own, `phone-${name}`);
      expect(await widerThanScreen(own)).toEqual([]);
    },
    async type(label: string, words: string) {
      counted.words += words.split(' ').length;
      await own.getByLabel(label, { exact: true }).fill(words);
    },
    async choose(label: string, then: string) {
      counted.clicks += 1;
      await own.getByLabel(label).first().check();
      await press(then);
    },
  };
}

const isFine = (name: string) => walk.look(`journey-${name}`);

test('a paralegal fills in the form and confirms by mail', async () => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Ask for assistance' }).click();
  await page.getByLabel('I work with survivors').check();
  await press('Continue');
  await page.getByLabel('Paralegal').check();
  await press('Continue');
  await page.getByLabel('Your name').fill('Pat Ruiz');
  await page.getByLabel('Your work e-mail').fill(PARALEGAL);
  await page.getByLabel('No, or I don’t know').check();
  await press('Continue');
  await page.getByLabel('Their name').fill('Sam Lee');
  await page.getByLabel('Their work e-mail').fill(SUPERVISOR);
  await page.getByLabel('Attorney').check();
  await press('Continue');
  await page.getByLabel('Case consultation').check();
  await press('Continue');
  await page.getByLabel('Immigration').check();
  await press('Continue');
  await page.getByLabel('Not yet').check();
  await press('Continue');
  await page.getByLabel('The facts').fill('Recruited abroad.\nThe employer kept the passport.');
  await page.getByLabel('Your questions').fill('Does this show coercion?');
  await press('Continue');
  await page.getByRole('radio', { name: 'No' }).check();
  await press('Continue');
  await page.getByLabel('I have read what written assistance covers').check();
  await press('Send');
  expect(page.url()).toContain('/request/sent');
  await followMail('confirm-address', PARALEGAL);
  await walk.look('journey-0-confirm', { wide: true });
  expect(await shown()).toContain('Sam Lee, sam.lee@legal-aid.example, who is named as supervisor');
  await press('Confirm and send');
  await isFine('1-sent');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('We have your request');
  await press('Go to your request');
  requestPath = new URL(page.url()).pathname;
  expect(await shown()).toContain('once Sam Lee has confirmed');
  await isFine('2-request');
}, 120_000);

test('a mail program that opens another browser wants to know the address', async () => {
  const email = 'jo@legal-aid.example';
  const held = await submitUnconfirmed(
    desk.wired.services,
    submissionSchema.parse(submission({}, { email, name: 'Jo Diaz' })),
    crypto.randomUUID(),
  );
  expect(held.ok).toBe(true);
  const phone = await startWalk(browser, desk);
  await followMail('confirm-address', email, phone);
  await phone.look('journey-1-whose', { wide: true });
  await phone.press('Show the form');
  await titled(phone.page, /^Error: /);
  await phone.look('journey-1-whose-error');
  await phone.page.getByLabel('E-mail address').fill(email);
  await phone.press('Show the form');
  await phone.page.getByText('This is not my form').click();
  await phone.look('journey-1-not-mine', { scripts: true });
  await phone.press('Confirm and send');
  await phone.look('journey-1-confirmed', { wide: true });
  expect(await phone.page.getByRole('heading', { level: 1 }).textContent()).toContain('We have your request');
  await phone.press('Email me a link to sign in');
  expect(new URL(phone.page.url()).pathname).toBe('/sign-in/sent');
  await phone.open('/request/confirm/nothing', 'journey-1-gone', { status: 404 });
  await phone.context.close();
}, 60_000);

test('the supervisor sees who asks and nothing else, and confirms', async () => {
  await followMail('supervisor-confirmation', SUPERVISOR);
  expect(await shown()).toContain('sent to a different person than the one you are signed in as');
  const sam = await startWalk(browser, desk);
  await followMail('supervisor-confirmation', SUPERVISOR, sam);
  await sam.look('journey-3-supervisor-whose');
  expect(await sam.page.getByRole('main').textContent()).not.toContain('Pat Ruiz');
  await sam.page.getByLabel('E-mail address').fill(SUPERVISOR);
  await sam.press('Go on');
  await sam.look('journey-3-supervisor');
  const theirs = () => sam.page.getByRole('main').textContent();
  expect(await theirs()).toContain('Pat Ruiz');
  expect(await theirs()).not.toContain('passport');
  await sam.press('I supervise this person');
  expect(await theirs()).toContain('You have confirmed');
  await sam.look('journey-4-supervisor-thanks');
  for (const one of sam.seen) walk.seen.add(one);
  await sam.context.close();
}, 60_000);

test('a question stops the clock, the answer starts it again', async () => {
  kim = await staff(KIM);
  await kim.open('/staff?tab=unassigned', 'journey-4-queue');
  await kim.page.locator(`main a[href*="${requestId()}"]`).first().click();
  expect(kim.page.url()).toContain(`/staff/requests/${requestId()}`);
  await kim.look('journey-4-request');
  await kim.press('Take it myself');
  await kim.page.goto(`/staff/requests/${requestId()}/decide/request-information`);
  await kim.send({ question: 'Which office decided?' });
  await kim.look('journey-4-asked');
  await page.goto(requestPath);
  expect(await shown()).toContain('The clock is paused until you answer');
  await isFine('5-question');
  await press('Answer our question');
  expect(await shown()).toContain('Which office decided?');
  await isFine('6-answer');
  await press('Send your answer');
  await titled(page, /^Error: /);
  await page.getByLabel('Your answer').fill('The one for A123456789.');
  await press('Send your answer');
  expect(await page.getByLabel('Your answer').inputValue()).toBe('The one for A123456789.');
  await isFine('6-answer-warned');
  await page.getByLabel('Your answer').fill('Vermont.');
  await press('Send your answer');
  expect(new URL(page.url()).pathname).toBe(requestPath);
  expect(await shown()).toContain('Someone on our staff is working on the answer');
}, 60_000);

test('a court date comes up, a document is added and removed, the ledger explains the days', async () => {
  await page.getByRole('link', { name: 'Change court or filing date' }).click();
  await page.getByLabel('Yes, a court date').check();
  await page.getByLabel('Month').fill('12');
  await page.getByLabel('Day', { exact: true }).fill('11');
  await page.getByLabel('Year').fill('2054');
  await isFine('7-court-date');
  await press('Save');
  expect(await shown()).toContain('because your court date is');

  await press('Add a document');
  await isFine('8-document');
  await press('Add the document');
  await isFine('8-document-error');
  await page.getByLabel('Another document').check();
  await page.getByLabel('The document', { exact: true }).setInputFiles({
    name: 'statement.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  });
  await press('Add the document');
  expect(await shown()).toContain('statement.pdf');
  await isFine('8-document-added');
  await page.getByRole('link', { name: 'Remove statement.pdf' }).click();
  await isFine('8-document-remove');
  await press('Remove the document');
  expect(await shown()).toContain('No documents yet.');
  expect(await shown()).toContain('A document was removed');
  await kim.open(`/staff/requests/${requestId()}`, 'journey-8-document-removed');
  expect(await kim.page.getByRole('main').textContent()).toContain('Its contents were erased');

  await page.getByRole('link', { name: 'See how we count the days' }).click();
  expect(await shown()).toContain('Holiday: Thanksgiving Day');
  await isFine('9-ledger');
}, 60_000);

test('a message is written and replied to, and the date stays', async () => {
  await page.goto(requestPath);
  const dueAt = async () => (await desk.api('GET', `/api/v1/ta-requests/${requestId()}`)).body.dueAt;
  const due = await dueAt();
  await press('Write to us');
  await isFine('9-message-empty');
  await press('Send the message');
  await titled(page, /^Error: /);
  await page.getByLabel('Your message').fill('The hearing may move to January.');
  await isFine('9-message');
  await press('Send the message');
  expect(await shown()).toContain('Your message was sent');
  expect(await dueAt()).toBe(due);
  await isFine('9-message-sent');
  await kim.open(`/staff/requests/${requestId()}`, 'journey-9-message-waits');
  expect(await kim.page.getByRole('main').textContent()).toContain('has been waiting for a reply');
  await kim.open(`/staff/requests/${requestId()}/decide/reply`, 'journey-9-reply');
  await kim.send({ body: 'Thank you: tell us when it is fixed.' });
  await followMail('message-from-staff', PARALEGAL);
  expect(await shown()).toContain('tell us when it is fixed');
}, 60_000);

test('the answer is read after signing in', async () => {
  await kim.page.goto(`/staff/requests/${requestId()}/decide/draft-response`);
  const answer = `Yes: see the passport cases, and [the rubric](https://a.example/rubric).

## Three steps

1. The worksheet.
2. The **declaration**, in their own words.
3. What shows the threat of harm.

> “…” stands for what is quoted.`;
  await kim.send({ body: answer }, 'Save and submit for review');
  rob = await staff(REVIEWER);
  await rob.open(`/staff/requests/${requestId()}/decide/send-response`, 'journey-10-review');
  await rob.send();
  await rob.look('journey-10-sent');
  const { body } = await desk.api('GET', `/api/v1/messages?about=${requestId()}&limit=100`);
  const ready = body.items.find(({ kind }: { kind: string }) => kind === 'response-ready');
  expect(ready).toMatchObject({ to: [PARALEGAL], cc: [SUPERVISOR] });
  await page.goto(requestPath);
  await isFine('10-answered');
  await press('Read our answer');
  expect(await shown()).toContain('see the passport cases');
  await walk.look('journey-11-answer', { wide: true });
  await page.goto('/my/requests');
  await isFine('12-list');
}, 60_000);

test('asked to open it again, staff say why not', async () => {
  await page.goto(`${requestPath}/response`);
  await page.getByRole('link', { name: 'Ask us to reopen it' }).click();
  await isFine('12-reopening');
  await page.getByLabel('Why should it be reopened?').fill('There is a new decision.');
  await press('Ask us');
  expect(await shown()).toContain('Someone on our staff will decide');
  await isFine('12-reopening-asked');
  await kim.open(`/staff/requests/${requestId()}`, 'journey-12-reopening-asked');
  await kim.open(`/staff/requests/${requestId()}/decide/refuse-reopening`, 'journey-12-refuse');
  await kim.send({ reason: 'Please send the new decision as a new request.' });
  await followMail('reopening-refused', PARALEGAL);
  expect(await shown()).toContain('send the new decision as a new request');
}, 60_000);

test('one follow-up question is asked, written by one person, sent by another; then how it was', async () => {
  await page.goto(requestPath);
  await press('Ask a follow-up question');
  await isFine('12-follow-up');
  await page.getByLabel('Your follow-up question').fill('Does the time limit run meanwhile?');
  await press('Send the question');
  expect(await shown()).toContain('We have your follow-up question');
  await isFine('12-follow-up-sent');
  await kim.open('/staff?tab=all&status=follow-up-open', 'journey-12-follow-up-queue');
  await kim.open(`/staff/requests/${requestId()}`, 'journey-12-follow-up-asked');
  await kim.open(`/staff/requests/${requestId()}/decide/answer-follow-up`, 'journey-12-follow-up-draft');
  await kim.send({ body: 'It does not.' });
  await rob.open(`/staff/requests/${requestId()}`, 'journey-12-follow-up-drafted');
  await rob.open(`/staff/requests/${requestId()}/decide/send-response`, 'journey-12-follow-up-send');
  await rob.send();
  await followMail('follow-up-answered', PARALEGAL);
  expect(await shown()).toContain('It does not.');
  await isFine('12-follow-up-answer');
  await page.goto(`${requestPath}/clock`);
  await isFine('12-follow-up-clock');
  await kim.open(`/staff/requests/${requestId()}/clock`, 'journey-12-follow-up-clock');
  await page.goto(requestPath);
  await page.getByRole('link', { name: 'Tell us how it was' }).click();
  await isFine('12-feedback');
  await press('Send');
  await titled(page, /^Error: /);
  await page.getByLabel('Partly').check();
  await page.getByLabel('What was good').fill('Shorter would help.');
  await press('Send');
  expect(await shown()).toContain('Thank you for telling us');
  await isFine('12-feedback-sent');
  await kim.open(`/staff/requests/${requestId()}`, 'journey-12-feedback');
}, 240_000);

test('another request is withdrawn', async () => {
  const other = await desk.submit({}, { email: PARALEGAL, name: 'Pat Ruiz', role: 'attorney' });
  await page.goto(`/my/requests/${other.id}`);
  await page.getByRole('link', { name: 'Withdraw this request' }).click();
  await isFine('13-withdraw');
  await press('Withdraw');
  expect(await shown()).toContain('You withdrew this request');
}, 60_000);

test('an EMP worksheet is filled in, taken away as a PDF and attached', async () => {
  const other = await desk.submit(
    { kind: 'document-review', documentKind: 'other-document', tVisaRelated: false },
    { email: PARALEGAL, name: 'Pat Ruiz', role: 'attorney' },
  );
  await page.goto('/my/requests');
  await page.getByRole('link', { name: 'EMP worksheets' }).click();
  await isFine('14-worksheets');
  await press('Begin a worksheet');
  await titled(page, /^Error: /);
  await page.getByLabel('Sex trafficking, under 18').check();
  await press('Begin a worksheet');
  expect(await shown()).toContain('Means need not be shown where the person was under 18.');
  await isFine('14-worksheet');
  await page.getByLabel('Your label').fill('R.');
  await page.getByLabel('Facts').first().fill('Recruited at a bus station.');
  await press('Save');
  expect(await shown()).toContain('Saved.');
  await isFine('14-worksheet-saved');
  const address = await page.getByRole('link', { name: 'Download it as a PDF' }).getAttribute('href');
  const file = await page.request.get(new URL(address ?? '/', desk.url).href);
  expect([file.status(), (await file.body()).toString('latin1', 0, 5)]).toEqual([200, '%PDF-']);
  await page.getByRole('link', { name: 'Attach it to a request' }).click();
  await isFine('14-worksheet-attach');
  await page.getByLabel(other.reference).check();
  await press('Attach it');
  expect(await shown()).toContain('emp-worksheet.pdf');
  await isFine('14-worksheet-attached');
  await page.goto('/my/worksheets');
  await isFine('14-worksheets-one');
  await page.getByRole('link', { name: 'R.', exact: true }).click();
  await page.getByRole('link', { name: 'Erase it' }).click();
  await isFine('14-worksheet-erase');
  await press('Erase it');
  expect(await shown()).toContain('The worksheet is erased.');
}, 60_000);

test('a copy of one’s data is asked for, confirmed by the mailed link, and taken back', async () => {
  await page.goto('/account');
  await page.getByRole('link', { name: 'A copy of your data, or its erasure' }).click();
  await isFine('15-data');
  await press('Ask for it');
  await titled(page, /^Error: /);
  await page.getByLabel('A copy of my data').check();
  await press('Ask for it');
  expect(await shown()).toContain('We have sent a link to');
  await isFine('15-data-asked');
  await followMail('privacy-confirm', PARALEGAL);
  await isFine('15-data-confirm');
  await press('Yes, I ask for it');
  expect(await shown()).toContain('You have an answer by');
  await isFine('15-data-confirmed');
  await page.goto('/my/data/confirm/another');
  expect(await shown()).toContain('This link can’t be used');
  await page.goto('/my/data');
  await press('Take it back');
  expect(await shown()).toContain('Taken back');
}, 60_000);

test('another address is added, and what came in under it is there', async () => {
  const elsewhere = 'pat.ruiz@former-office.example';
  const { reference } = await desk.submit({}, { email: elsewhere, name: 'Pat Ruiz', role: 'attorney' });
  await page.goto('/my/requests');
  expect(await shown()).not.toContain(reference);
  await page.getByRole('link', { name: 'Your e-mail addresses' }).click();
  await isFine('13-addresses');
  await press('Send the link');
  await titled(page, /^Error: /);
  await page.getByLabel('Another address of yours').fill(elsewhere);
  await press('Send the link');
  expect(await shown()).toContain('We have sent a link');
  await isFine('13-addresses-asked');
  await followMail('address-claimed', elsewhere);
  await isFine('13-address-prove');
  await press('Add it');
  expect(await shown()).toContain('The address is yours now');
  await isFine('13-addresses-proved');
  await followMail('address-claimed', elsewhere);
  expect(await shown()).toContain('That address is yours already');
  await page.goto('/my/addresses/prove/another');
  expect(await shown()).toContain('This link can’t be used');
  await isFine('13-address-link-over');
  await page.getByRole('main').getByRole('link', { name: 'Your e-mail addresses' }).click();
  expect(await shown()).toContain(elsewhere);
  await page.goto('/my/requests');
  expect(await shown()).toContain(reference);
}, 60_000);

test('a paralegal on a phone, whose courses are under another address: from the front page to a running clock', async () => {
  const [mine, former] = ['kit@legal-aid.example', 'kit@former-office.example'];
  const now = desk.wired.services.clock.now();
  for (const courseId of ['human-trafficking-defined', 't-visas-part-1']) {
    const body = {
      courseId,
      passed: true,
      completedAt: now.toISOString(),
      source: 'lms',
      sourceId: courseId,
    };
    await desk.api('POST', '/api/v1/completions', { body: { ...body, email: former } });
  }
  const phone = await onPhone();
  const { page: own, press: push, type, choose, see } = phone;
  await own.goto('/');
  await see('front');
  await push('Ask for assistance');
  await choose('I work with survivors', 'Continue');
  await choose('Paralegal', 'Continue');
  await type('Your name', 'Kit Moreno');
  await type('Your work e-mail', mine);
  await choose('No, or I don’t know', 'Continue');
  expect(await own.getByRole('main').textContent()).not.toContain('licensed');
  await type('Their name', 'Sam Lee');
  await type('Their work e-mail', SUPERVISOR);
  await choose('Attorney', 'Continue');
  await choose('Document review', 'Continue');
  await see('document');
  await choose('T visa request for evidence (RFE)', 'Continue');
  await see('files');
  await own.locator('input[type=file]').setInputFiles({
    name: 'response.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  });
  await push('Add this document');
  await see('file-added');
  await push('Continue');
  await choose('Immigration', 'Continue');
  await see('resources');
  await choose('Not yet', 'Continue');
  await type('The facts', 'The agency says that force was not shown.');
  await type('Your questions', 'Which evidence of coercion would you add?');
  await push('Continue');
  // The day we aim for is told as soon as the date is typed, before anything is sent.
  const hearing = new Date(now.getTime() + 16 * 86_400_000);
  await own.getByRole('radio').nth(1).check();
  phone.counted.clicks += 1;
  await type('Month', String(hearing.getUTCMonth() + 1));
  await type('Day', String(hearing.getUTCDate()));
  await type('Year', String(hearing.getUTCFullYear()));
  await own.locator('[data-told-from]').getByText('aim to answer by').waitFor();
  await see('court-date');
  await push('Continue');
  await see('check');
  expect(await own.getByRole('main').textContent()).toContain(
    'Our clock does not start before you have passed',
  );
  await choose('I have read what written assistance covers', 'Send');
  await followMail('confirm-address', mine, phone);
  await push('Confirm and send');
  await push('Go to your request');
  await see('waiting');
  const theirs = own.url();
  const waits = await own.getByRole('main').textContent();
  expect(waits).toContain('Pass the self-assessment of T Visas Part 1');
  // No day is promised before the clock runs.
  expect(waits).toContain('Because of the court date we would then aim for');
  await own.getByRole('link', { name: 'Did you pass a course under another' }).click();
  phone.counted.clicks += 1;
  await type('Another address of yours', former);
  await push('Send the link');
  await see('address-sent');
  // The other mailbox is read on another machine.
  const office = await onPhone();
  await followMail('address-claimed', former, office);
  // Whoever is not signed in there is told by which address: not the one whose mail they have just opened.
  expect(await office.page.getByRole('main').textContent()).toContain('under which you asked for it');
  await office.see('address-sign-in');
  await office.type('Your e-mail', mine);
  await office.press('Send me a link');
  await followMail('sign-in', mine, office);
  await office.press('Sign in');
  await office.see('address-prove');
  await office.press('Add it');
  await office.see('address-proved');
  await office.page.getByRole('link', { name: 'Go to your requests' }).click();
  await desk.advance({ by: 'PT1M' });
  await own.goto(theirs);
  await see('running');
  const told = await own.getByRole('main').textContent();
  expect(told).toContain('The clock started');
  expect(told).not.toContain('Pass the self-assessment');
  // What it takes: pages of the form one press each, and one for a choice; the words are names, addresses, a date and the case.
  expect(phone.counted).toEqual({ clicks: 28, words: 25 });
  await Promise.all([phone.context.close(), office.context.close()]);
}, 120_000);

test('a supervisor who is silent is replaced by another, and so is one who says no', async () => {
  const other = await desk.submit(
    { supervisor: { name: 'Ann Lane', email: 'ann@legal-aid.example', role: 'attorney' } },
    { email: PARALEGAL, name: 'Pat Ruiz', role: 'paralegal' },
  );
  await page.goto(`/my/requests/${other.id}`);
  await page.getByRole('link', { name: 'Name another' }).click();
  await isFine('13-name-supervisor');
  await page.getByLabel('Their name').fill('Lou Diaz');
  await page.getByLabel('Their work e-mail').fill(PARALEGAL);
  await page.getByLabel('Attorney').check();
  await press('Name and ask them');
  expect(await shown()).toContain('The supervisor must be somebody else');
  await page.getByLabel('Their work e-mail').fill('lou@legal-aid.example');
  await press('Name and ask them');
  expect(await shown()).toContain('Lou Diaz, Attorney: not confirmed yet');
  const lou = await startWalk(browser, desk);
  await followMail('supervisor-confirmation', 'lou@legal-aid.example', lou);
  await lou.page.getByLabel('E-mail address').fill('lou@legal-aid.example');
  await lou.press('Go on');
  await lou.press('I don’t supervise this person');
  expect(await lou.page.getByRole('main').textContent()).toContain('Thank you for telling us');
  await lou.context.close();
  await page.goto(`/my/requests/${other.id}`);
  expect(await shown()).toContain('another supervisor from you');
  await press('Name another supervisor');
  await page.getByLabel('Their name').fill('Sam Lee');
  await press('Send your answer');
  await isFine('13-another-supervisor-error');
  expect(await page.getByLabel('Their name').inputValue()).toBe('Sam Lee');
  await page.getByLabel('Their work e-mail').fill(SUPERVISOR);
  await page.getByLabel('Attorney').check();
  await press('Send your answer');
  expect(await shown()).toContain('Sam Lee, Attorney: not confirmed yet');
}, 60_000);

test('a link opened in another browser asks whose it is', async () => {
  await rob.page.goto('/sign-in');
  await rob.page.getByLabel('Your e-mail').fill(PARALEGAL);
  await rob.press('Send me a link');
  const other = await startWalk(browser, desk);
  await followMail('sign-in', PARALEGAL, other);
  await other.press('Sign in');
  await titled(other.page, /^Error: /);
  await other.look('journey-14-other-browser', { wide: true });
  await other.page.getByLabel('Which address was it mailed to?').fill(PARALEGAL);
  await other.press('Sign in');
  await other.open('/my/requests', 'journey-14-signed-in-as', { wide: true, scripts: true });
  expect(await other.page.getByRole('navigation', { name: 'Main' }).textContent()).toContain(
    `Signed in as ${PARALEGAL}`,
  );
  await other.context.close();
}, 60_000);

test('other people’s requests are not there', async () => {
  const other = await desk.submit({}, { email: 'somebody.else@legal-aid.example' });
  const answer = await page.goto(`/my/requests/${other.id}`);
  expect(answer?.status()).toBe(404);
}, 60_000);

test('staff move the clock from the bar and stay where they are', async () => {
  await walk.open('/sign-out', 'journey-sign-out');
  await press('Sign out');
  await walk.open('/sign-in', 'journey-sign-in');
  await page.getByLabel('Your e-mail').fill(KIM);
  await press('Send me a link');
  await isFine('sign-in-sent');
  await followMail('sign-in', KIM);
  await isFine('press-to-sign-in');
  await press('Sign in');
  await walk.open('/about', 'journey-14-clock-bar', { wide: true, scripts: true });
  await press('1 day');
  expect(new URL(page.url()).pathname).toBe('/about');
  const bar = await page.getByRole('region', { name: 'Rehearsal clock' }).textContent();
  // The clock runs on by itself between jumps.
  expect(bar).toMatch(/Tuesday, November 24, 2054, 10:\d\d AM PT/);
}, 60_000);

test('no page and no form was left out', () => {
  expectWalked('requester', walk.seen);
});
