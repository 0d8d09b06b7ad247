import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { paths } from '../../../src/api/paths.js';
import { en } from '../../../src/api/text/en/en.js';
import type { Texts } from '../../../src/api/text/texts.js';
import { marked } from '../../support/marked-texts.js';
import { mailedLink } from '../pages/calls/calls-site.js';
import {
  A_NUMBER,
  ANA,
  createReader,
  DECISIONS_AT_FIRST,
  furnish,
  PAGES,
  type Reader,
} from '../support/marked-desk.js';
import { serve } from '../support/serve.js';
import { app } from './site.js';

describe('where the desk speaks two languages', () => {
  /** Of another language only these few are written: what a language forgets would not compile. */
  const german: Texts = {
    ...en,
    language: 'de',
    problemTitles: { ...en.problemTitles, 'not-found': 'Nicht gefunden', invalid: 'Etwas stimmt nicht' },
    layout: { ...en.layout, skip: 'Zum Inhalt' },
    public: { ...en.public, hotline: { ...en.public.hotline, title: 'Hilfe am Telefon' } },
    refusals: {
      ...en.refusals,
      'nothing-here': 'Unter dieser Adresse ist nichts.',
      'fields-wrong': ({ count }) => `${count} Angaben stimmen nicht.`,
      'whole-number': ({ from, through }) => `Eine ganze Zahl von ${from} bis ${through}.`,
    },
  };
  let url: string;
  let server: Server;
  beforeAll(async () => {
    ({ server, url } = await serve({ ...app.deps, languages: [en, german] }));
  });
  afterAll(() => void server.close());

  const ask = (path: string, language: string) =>
    fetch(`${url}${path}`, { headers: { 'accept-language': language } });
  const wrong = '/api/v1/deadlines?receivedAt=2026-11-25T17:00:00Z&businessDays=none';

  test.each([
    ['de', 'de', 'Etwas stimmt nicht', '1 Angaben stimmen nicht.', 'Eine ganze Zahl von 1 bis 260.'],
    [
      'de-AT, en;q=0.5',
      'de',
      'Etwas stimmt nicht',
      '1 Angaben stimmen nicht.',
      'Eine ganze Zahl von 1 bis 260.',
    ],
    [
      'en-US',
      'en',
      'Something in it is not right',
      'One field is not right.',
      'Give a whole number from 1 to 260.',
    ],
    [
      'fr',
      'en',
      'Something in it is not right',
      'One field is not right.',
      'Give a whole number from 1 to 260.',
    ],
  ])('who asks for %s is answered in %s by the API', async (asked, language, title, detail, message) => {
    const answer = await ask(wrong, asked);
    expect([answer.headers.get('content-language'), answer.headers.get('vary')]).toEqual([
      language,
      expect.stringContaining('Accept-Language'),
    ]);
    expect(await answer.json()).toMatchObject({
      code: 'invalid',
      title,
      detail,
      errors: [{ pointer: '/businessDays', message }],
    });
  });

  test('and so by a page, which says its language', async () => {
    const $ = load(await (await ask('/no-such-page', 'de')).text());
    expect([$('html').attr('lang'), $('h1').text().trim()]).toEqual(['de', 'Nicht gefunden']);
    expect($('main').text()).toContain('Unter dieser Adresse ist nichts.');
  });

  test.each([
    ['de', 'Hilfe am Telefon', 'Zum Inhalt'],
    ['en', en.public.hotline.title, en.layout.skip],
  ])(
    'in %s, pages have their words from the catalogue, and what is around them',
    async (language, title, skip) => {
      const $ = load(await (await ask(paths.hotline, language)).text());
      expect([$('h1').text().trim(), $('.govuk-skip-link').text().trim()]).toEqual([title, skip]);
    },
  );

  test('a desk of one language says nothing of a choice', async () => {
    const answer = await app.call('/about', { headers: { 'accept-language': 'de' } });
    expect([answer.headers.get('content-language'), load(await answer.text())('html').attr('lang')]).toEqual([
      null,
      'en',
    ]);
  });
});

describe('in a language of which every word is marked, a page has no word of another', () => {
  let url: string;
  let server: Server;
  let ids: Record<string, string>;
  beforeAll(async () => {
    ({ server, url } = await serve({ ...app.deps, languages: [marked(en)] }));
    ids = await furnish(app);
  }, 60_000);
  afterAll(() => void server.close());

  const pages = Object.entries(PAGES) as [Reader, string[]][];
  test.each(pages.flatMap(([who, paths]) => paths.map((path): [Reader, string] => [who, path])))(
    '%s at %s',
    async (who, path) => {
      const reader = await createReader(app, url, who);
      const { status, elsewhere } = await reader.open(
        path.replace(/:(\w+)/g, (_, name) => ids[name] ?? name),
      );
      expect({ leadsOn: status >= 300 && status < 400, elsewhere }).toEqual({
        leadsOn: false,
        elsewhere: [],
      });
    },
  );

  test.each(DECISIONS_AT_FIRST)('staff about to %s, and refused', async (kind) => {
    const reader = await createReader(app, url, 'staff');
    const path = `/staff/requests/${ids.request}/decide/${kind}`;
    const [asked, refused] = [await reader.open(path), await reader.send(path, {})];
    expect([asked.status, refused.status]).toEqual([200, 422]);
    expect([...asked.elsewhere, ...refused.elsewhere]).toEqual([]);
  });

  test('the request form: each question, asked and refused, all answers, the link and where it leads', async () => {
    const [ana, other] = [await createReader(app, url, 'nobody'), await createReader(app, url, 'nobody')];
    const questions: [string, Record<string, string>, Record<string, string>?][] = [
      ['start', { who: 'professional' }],
      ['role', { role: 'paralegal' }],
      ['details', { name: ANA.name, email: ANA.email, state: 'CA', ovcGrantee: 'no' }, { licensedIn: 'x' }],
      [
        'supervisor',
        {
          'supervisor-name': 'Ada Admin',
          'supervisor-email': 'ada.admin@program.example',
          'supervisor-role': 'attorney',
        },
      ],
      ['kind', { kind: 'document-review' }],
      ['document', { documentKind: 'other-document' }],
      ['t-visa', { tVisaRelated: 'no' }],
      ['documents', { act: 'go-on' }],
      ['topics', { topics: 'immigration' }],
      ['resources', { reviewedResources: 'yes' }],
      ['facts', { facts: A_NUMBER, questions: A_NUMBER, clientAlias: 'R.' }],
      [
        'deadline',
        { deadlineKind: 'court', 'deadline-month': '11', 'deadline-day': '6', 'deadline-year': '2026' },
        { deadlineKind: 'court', 'deadline-month': '13' },
      ],
    ];
    const found: unknown[] = [];
    const look = async (what: string, status: number, reading: ReturnType<typeof ana.open>) => {
      const page = await reading;
      const isPage = page.status < 300 || page.status >= 400;
      found.push(...(isPage ? page.elsewhere : []).map((words) => `${what}: ${words}`));
      expect([what, page.status]).toEqual([what, status]);
      return page.html;
    };
    for (const [question, answer, wrong = {}] of questions) {
      const path = `/request/${question}`;
      await look(question, 200, ana.open(path));
      await look(question, 422, ana.send(path, wrong));
      await look(question, 303, ana.send(path, answer));
    }
    await look('what may identify', 200, ana.open('/request/identifiers'));
    await look('the date is near', 200, ana.open('/request/deadline-soon'));
    const all = await look('all answers', 200, ana.open('/request/check'));
    const formToken = load(all)('[name=formToken]').val() as string;
    await look('not confirmed', 422, ana.send('/request/check', { formToken }));
    await look('sent', 303, ana.send('/request/check', { formToken, acknowledgesScope: 'yes' }));
    await look('sent', 200, ana.open('/request/sent'));
    await look('sent elsewhere', 422, ana.send('/request/sent', { email: 'x' }));
    const link = new URL(await mailedLink(app, ANA.email, 'confirm-address')).pathname;
    await look('its link', 200, ana.open(link));
    await look('its link in another browser', 200, other.open(link));
    await look('another address', 422, other.send(link, { email: 'x' }));
    await look('confirmed there', 200, other.send(link, { email: ANA.email, confirms: 'yes' }));
    expect(found).toEqual([]);
  });

  test('signing in', async () => {
    const reader = await createReader(app, url, 'nobody');
    const found: string[] = [];
    for (const path of ['/sign-in', '/sign-in?next=/kept/x', '/sign-in/sent', '/sign-in/confirm'])
      found.push(...(await reader.open(path)).elsewhere);
    found.push(...(await reader.send('/sign-in', { email: 'x' })).elsewhere);
    await app.deps.auth.send({ email: ANA.email, next: '/' });
    const { pathname, search, searchParams } = new URL(await mailedLink(app, ANA.email, 'sign-in'));
    const confirm = `${pathname}${search}`;
    const token = searchParams.get('token') ?? '';
    found.push(...(await reader.open(confirm)).elsewhere);
    found.push(...(await reader.send(confirm, { token, email: 'x' })).elsewhere);
    expect(found).toEqual([]);
  });
});
