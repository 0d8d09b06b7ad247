import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { PresenceFact } from '../../src/ports/meetings.js';
import { recording } from '../../src/usecases/recording.js';
import { takeZoomFact } from '../../src/usecases/webhooks/take-zoom-fact.js';
import { ask, GENERAL, NON_LEGAL, register, startCallWorld } from '../api/pages/staff/calls/call-world.js';
import type { StaffSite, StaffUser } from '../api/pages/staff/staff-site.js';
import { landed, launchBrowser, newVisitor, snap, titled } from '../support/browser.js';
import { startWalk, type Walk, walkAll } from '../support/walk.js';
import { expectWalked } from './walked-pages.js';

let site: StaffSite;
let browser: Browser;
let ana: StaffUser;
const ids: Record<string, string> = {};
let walks: Walk[];
const FIRST_WEDNESDAY = 'legal-working-group-2055-12-01';
const HELD = 'legal-working-group-2055-11-17';

beforeAll(async () => {
  [site, browser] = await Promise.all([startCallWorld(), launchBrowser()]);
  ana = await site.person('Ana Attorney', 'coordinator');
  await fillCalls();
  walks = await Promise.all([startWalk(browser, site), startWalk(browser, site)]);
  for (const { page } of walks) await site.actAs(page.context(), ana);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A call that is over with an unclear name, one that is open with questions, registrations of every kind. */
async function fillCalls(): Promise<void> {
  const { desk } = site;
  const long = 'A very long name of a county office for the victims of crime and their families';
  for (let n = 0; n < 3; n += 1) await ask(site, NON_LEGAL, { question: `Interviewing, part ${n}` });
  const chosen = await desk.wired.services.db.callQuestion.findMany({ where: { callId: NON_LEGAL } });
  await desk.api('POST', `/api/v1/calls/${NON_LEGAL}/decisions`, {
    body: { kind: 'select', questionIds: chosen.slice(0, 2).map(({ id }) => id) },
  });
  ids.pending = await register(site, { email: 'pat.lee@gmail.com', name: 'Pat Lee', licensedIn: [] });
  await register(site);
  // Confirmed, for the office is closed that day.
  await desk.api('POST', `/api/v1/calls/${GENERAL}/decisions`, { body: { kind: 'confirm' } });
  await desk.advance({ to: '2055-11-18T18:00:00.000Z' });
  const [from, to] = ['2055-11-17T20:00:00.000Z', '2055-11-17T21:00:00.000Z'];
  await desk.api('POST', `/api/v1/calls/${HELD}/attendance`, {
    body: [
      { email: 'zoe@x.example', name: 'Zoe Young', joinedAt: from, leftAt: to },
      { name: 'Ada Attorney', joinedAt: from, leftAt: to },
    ],
  });
  const unclear = { callId: HELD, ambiguous: true };
  ids.unclear = (await desk.wired.services.db.callAttendance.findFirstOrThrow({ where: unclear })).id;
  const { email } = { email: 'long@county-office.example' };
  ids.question = await ask(site, GENERAL, {
    asker: { name: 'Lena Longname', email, role: 'attorney', organization: long },
    question: 'Which remedies are there for a client whose certification was refused?\n\nWhat comes first?',
    needsLegalAnalysis: true,
  });
  for (let n = 0; n < 3; n += 1) await ask(site, GENERAL, { question: `Benefits, part ${n}` });
  await desk.api('POST', `/api/v1/calls/${GENERAL}/decisions`, {
    body: { kind: 'select', questionIds: [ids.question] },
  });
  await desk.wired.services.db.call.update({
    where: { id: GENERAL },
    data: {
      zoomMeetingId: '81',
      onQuestionId: ids.question,
      meetingCapacity: 0,
      beingKept: ['recording', 'meeting-summary'],
      meetingUnchecked: ['host-summary'],
    },
  });
  for (const name of ['Kim Lee', 'A phone', 'Maximiliane Hohenstein-Featherstonehaugh']) await comes(name, 1);
  await desk.wired.services.db.message.updateMany({
    where: { relatedId: HELD, kind: 'question-selected' },
    data: { status: 'unknown' },
  });
}

/** As Zoom tells it while a call is on. */
async function comes(name: string, minute: number, kind: PresenceFact['kind'] = 'participant-joined') {
  const { services } = site.desk.wired;
  const at = `2055-11-24T20:${String(minute).padStart(2, '0')}:00.000Z`;
  const told = { meetingId: '81', meetingUuid: 'u==', registrantId: null, email: null };
  const fact = { ...told, kind, at, participantId: name, name };
  await recording(services, (rec) => takeZoomFact(services)(rec, fact));
}

const of = (callId: string, rest = '') => `/staff/calls/${callId}${rest}`;
const SERIES = '/staff/calls/series/legal-working-group';

interface Visit {
  name: string;
  path: () => string;
  wide?: boolean;
  /** What is typed, the button (else the form's first), and where that leads. */
  form?: () => Record<string, string>;
  button?: string;
  leadsTo?: RegExp;
}

/** Pages as they stand, before anybody changes anything. */
const LOOKS: Visit[] = [
  { name: 'board', path: () => '/staff/calls', wide: true },
  { name: 'room-open', path: () => of(GENERAL), wide: true },
  { name: 'room-held', path: () => of(HELD, '?done=attendance') },
  { name: 'room-planned', path: () => of(FIRST_WEDNESDAY) },
  { name: 'questions-text', path: () => of(GENERAL, '/questions?text=shown'), wide: true },
  { name: 'questions-over', path: () => of(HELD, '/questions') },
  { name: 'agenda', path: () => of(GENERAL, '/agenda') },
  { name: 'live', path: () => of(HELD, '/live') },
  { name: 'live-on', path: () => of(GENERAL, '/live'), wide: true },
  { name: 'attendance-early', path: () => of(GENERAL, '/attendance') },
  { name: 'registrations', path: () => '/staff/registrations', wide: true },
];

const date = (name: string, month: string, day: string, year: string) => ({
  [`${name}-month`]: month,
  [`${name}-day`]: day,
  [`${name}-year`]: year,
});

/** Looked at, then sent. */
const FORMS: Visit[] = [
  {
    name: 'series-skip',
    path: () => SERIES,
    form: () => date('skip', '3', '15', '2056'),
    button: 'Skip this date',
    leadsTo: /done=skip$/,
  },
  {
    name: 'question',
    path: () => of(GENERAL, `/questions/${ids.question}`),
    form: () => ({ organization: 'County office' }),
    leadsTo: /done=/,
  },
  {
    name: 'decide-link',
    path: () => of(GENERAL, '/decide/link'),
    form: () => ({ link: 'https://zoom.example/j/1' }),
    leadsTo: /done=link$/,
  },
  {
    name: 'decide-recap',
    path: () => of(HELD, '/decide/recap'),
    form: () => ({ body: 'Themes: rest.' }),
    leadsTo: /done=recap$/,
  },
  {
    name: 'attendance-unclear',
    path: () => of(HELD, '/attendance'),
    form: () => ({ [`who-${ids.unclear}`]: 'nobody' }),
    leadsTo: /done=decided$/,
  },
  {
    name: 'attendance',
    path: () => of(HELD, '/attendance'),
    form: () => ({ others: 'zoe@x.example' }),
    button: 'Save attendance',
    leadsTo: /done=/,
  },
  {
    name: 'decide-move',
    path: () => of(FIRST_WEDNESDAY, '/decide/move'),
    form: () => ({ ...date('date', '12', '2', '2055'), time: '12:00 PM' }),
    leadsTo: /done=move$/,
  },
  {
    name: 'decide-cancel',
    path: () => of(FIRST_WEDNESDAY, '/decide/cancel'),
    form: () => ({ reason: 'Nobody can.', publicReason: 'facilitator-unavailable' }),
    leadsTo: /done=cancel$/,
  },
  {
    name: 'registration',
    path: () => `/staff/registrations/${ids.pending}`,
    form: () => ({ kind: 'approve' }),
    leadsTo: /registrations\?done=approve$/,
  },
  { name: 'registration-decided', path: () => `/staff/registrations/${ids.pending}` },
  { name: 'room-cancelled', path: () => of(FIRST_WEDNESDAY) },
];

async function visit(walk: Walk, { name, path, form, button, leadsTo, ...look }: Visit): Promise<void> {
  await walk.open(path(), `calls-${name}`, look);
  if (!form) return;
  await walk.send(form(), button);
  expect([name, walk.page.url()]).toEqual([name, expect.stringMatching(leadsTo ?? /$^/)]);
}

const first = () => walks[0] as Walk;

test('each page of the calls stands without scripts on the narrowest screen, and axe finds nothing', async () => {
  await walkAll(walks, LOOKS, visit);
}, 120_000);

test('an error summary leads to the field, and what was typed stays', async () => {
  const { page, look, send } = first();
  await page.goto(of(GENERAL, '/decide/move'));
  await send({ time: 'lunch time' });
  await look('calls-error');
  await titled(page, /^Error: /);
  await page.getByRole('link', { name: 'Enter the date.' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('date-month');
  expect(await page.getByLabel('New time, Pacific').inputValue()).toBe('lunch time');
});

test('questions are chosen with the keyboard alone', async () => {
  const { page, open } = first();
  await open(of(GENERAL, '/questions'), 'calls-questions');
  await page.locator('#question-2').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await landed(page, /done=select/);
  expect(await page.getByText('2 of 6 places taken.').count()).toBe(1);
});

test('each form of the calls leads where it should', async () => {
  await walkAll([first()], FORMS, visit);
}, 120_000);

describe('the live view while the call is on', () => {
  beforeAll(() => site.desk.advance({ to: '2055-11-24T20:05:00.000Z' }));

  test('who is in and which question is on are taken anew by themselves', async () => {
    const context = await newVisitor(browser, { url: site.url });
    await site.actAs(context, ana);
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(of(GENERAL, '/live'));
    expect(await page.getByText('3 people are in now.').count()).toBe(1);
    await comes('A phone', 5, 'participant-left');
    await page.clock.runFor(20_000);
    await page.getByText('2 people are in now.').waitFor();
    expect(await page.getByText('A phone').count()).toBe(0);
    await snap(page, 'calls-live-refreshed');
    // Long after the call the page says so, and a tab left open asks no more.
    let asked = 0;
    await page.route('**/live', (route) => {
      asked += 1;
      return route.fulfill({ contentType: 'text/html', body: '<main></main>' });
    });
    for (let round = 0; round < 3; round += 1) {
      const answer = page.waitForResponse('**/live', { timeout: 1_000 }).catch(() => null);
      await page.clock.runFor(20_000);
      await (await answer)?.finished();
    }
    expect(asked).toBe(1);
    await context.close();
  });

  test('without JavaScript there is a link', async () => {
    const { page, open, press, look } = first();
    await open(of(GENERAL, '/live'), 'calls-live-now');
    await press('Take it off');
    await page.getByRole('heading', { name: 'No question is on' }).waitFor();
    await comes('Late Comer', 6);
    await page.getByRole('link', { name: 'Refresh', exact: true }).click();
    await page.getByText('3 people are in now.').waitFor();
    await press('Begin with question 1');
    await page.getByRole('heading', { name: /^On now: question 1 of/ }).waitFor();
    await look('calls-live-plain');
  });
});

test('no page and no form was left out', () => {
  expectWalked(
    'staff-calls',
    walks.flatMap(({ seen }) => [...seen]),
  );
});
