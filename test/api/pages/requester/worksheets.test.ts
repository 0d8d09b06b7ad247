import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { worksheetSaid } from '../../../../src/api/pages/requester/worksheets/worksheet-words.js';
import { en } from '../../../../src/api/text/en/en.js';
import { purgeDue } from '../../../../src/usecases/purge-due.js';
import { startWorksheet } from '../../../../src/usecases/worksheets/start-worksheet.js';
import { elementsOf, readPdf } from '../../../support/read-pdf.js';
import { createVisitor } from '../../support/form-visitor.js';
import { goodSubmission } from '../../support/submission.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const LIST = '/my/worksheets';
const NOW = '2026-11-02T18:00:00.000Z';

let app: TestApp;
let staff: string;
beforeAll(async () => {
  app = await startTestApp();
  staff = await app.newKey('coordinator');
});
afterAll(() => app.close());

/** What a browser sends of a page's form, unchanged. */
const filledIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    load(html)('main form')
      .serializeArray()
      .map(({ name, value }) => [name, value]),
  );

let n = 0;
/** Somebody nobody else has met, with a browser. */
async function somebody() {
  const email = `worksheet-${++n}@legal-aid.example`;
  const browser = createVisitor(app);
  const used = await app.deps.auth.use(await app.deps.auth.make({ email, validMs: 60_000 }));
  browser.adopt(used?.setCookies ?? []);
  const page = async (path: string) => (await browser.open(path)).text();
  const fieldsOf = async (path: string) => filledIn(await page(path));
  return {
    email,
    browser,
    page,
    fieldsOf,
    async send(path: string, fields: Record<string, string>) {
      return browser.send(path, { ...(await fieldsOf(path)), ...fields });
    },
    async begin(variant = 'sex-adult') {
      const answer = await browser.send(LIST, { ...(await fieldsOf(LIST)), variant });
      expect(answer.status).toBe(303);
      return (answer.headers.get('location') ?? '').replace(/\?.*/, '');
    },
    async requestOf(change: Record<string, unknown> = {}) {
      const requester = { ...(goodSubmission().requester as object), email };
      const body = goodSubmission({ requester, facts: `Facts ${++n}.`, ...change });
      const made = await app.call('/api/v1/ta-requests', { key: staff, body });
      expect(made.status).toBe(201);
      return ((await made.json()) as { id: string }).id;
    },
  };
}

const idOf = (path: string) => path.split('/').at(-1) ?? '';

describe('an EMP worksheet', () => {
  test('is begun, filled in, and found again with every word', async () => {
    const ana = await somebody();
    expect(await ana.page(LIST)).toContain('You have none yet.');
    const path = await ana.begin();
    const saved = await ana.send(path, {
      label: 'R.',
      'act-facts': 'Recruited at\r\na bus station',
      'means-gaps': 'Threats: ask again',
      'purpose-evidence': 'Messages',
    });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path}?done=saved`]);
    const fields = await ana.fieldsOf(path);
    expect(fields).toMatchObject({ label: 'R.', 'means-gaps': 'Threats: ask again', version: '2' });
    expect(fields['act-facts']).toMatch(/Recruited at\r?\na bus station/);
    expect(await ana.page(LIST)).toMatch(/href="\/my\/worksheets\/[^"]+">R\.</);
  });

  test('is sealed in the database and in no log', async () => {
    const ana = await somebody();
    const path = await ana.begin();
    await ana.send(path, { label: 'canary-label', 'act-facts': 'canary-words' });
    const row = await app.services.db.empWorksheet.findUniqueOrThrow({ where: { id: idOf(path) } });
    expect(JSON.stringify(row, (_, value) => (value?.type === 'Buffer' ? '' : value))).not.toContain(
      'canary',
    );
    expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('canary');
    expect(app.logged.join()).not.toContain('canary');
  });

  test('is nobody else’s, staff’s neither', async () => {
    const ana = await somebody();
    const path = await ana.begin();
    await ana.send(path, { 'act-facts': 'Only Ana reads this' });
    const eve = await somebody();
    await eve.requestOf();
    const own = await eve.begin();
    const fields = await eve.fieldsOf(own);
    for (const page of ['', '/pdf', '/attach', '/erase']) {
      expect([page, (await eve.browser.open(`${path}${page}`)).status]).toEqual([page, 404]);
      const stranger = await app.call(`${path}${page}`);
      expect([page, stranger.status]).toEqual([page, 303]);
      expect([page, (await app.call(`${path}${page}`, { key: staff })).status]).not.toEqual([page, 200]);
    }
    for (const page of ['', '/attach', '/erase']) {
      const csrf = /name="_csrf" value="([^"]+)"/.exec(await eve.page(own))?.[1] ?? '';
      const answer = await app.call(`${path}${page}`, {
        method: 'POST',
        body: new URLSearchParams({ ...fields, 'act-facts': 'mine now', _csrf: csrf }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: eve.browser.cookie() },
      });
      expect([page, answer.status]).toEqual([page, 404]);
    }
    expect((await ana.fieldsOf(path))['act-facts']).toBe('Only Ana reads this');
    expect(await eve.page(LIST)).not.toContain(path);
  });

  test('saved in two windows: the second is told, and no word of either is lost', async () => {
    const ana = await somebody();
    const path = await ana.begin();
    const before = await ana.fieldsOf(path);
    await ana.send(path, { label: 'R.', 'act-facts': 'from the first window', 'act-gaps': 'first alone' });
    const second = await ana.browser.send(path, { ...before, 'act-facts': 'from the second window' });
    expect(second.status).toBe(412);
    const shown = await second.text();
    expect(shown).toContain('saved in another window');
    const fields = filledIn(shown);
    expect(fields['act-facts']).toMatch(/from the second window[\s\S]*from the first window/);
    expect(fields).toMatchObject({ label: 'R.', 'act-gaps': 'first alone' });
    expect((await ana.browser.send(path, fields)).status).toBe(303);
  });

  test('is taken away as an accessible PDF, in the order of its parts', async () => {
    const ana = await somebody();
    const path = await ana.begin('sex-minor');
    await ana.send(path, { label: 'R.', 'act-facts': 'Año 2025', 'purpose-gaps': 'Who paid' });
    const answer = await ana.browser.open(`${path}/pdf`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=emp-worksheet.pdf');
    const pdf = await readPdf(Buffer.from(await answer.arrayBuffer()));
    expect(pdf).toMatchObject({ lang: 'en', title: 'EMP worksheet', displaysTitle: true });
    expect(elementsOf(pdf.tree, 'H2').map(({ words }) => words)).toEqual(['Act', 'Means', 'Purpose']);
    expect(pdf.text).toMatch(/under 18[\s\S]*Año 2025[\s\S]*need not be shown[\s\S]*Who paid/);
  });

  test('labor and adults need means, a minor in sex trafficking does not', async () => {
    const { program } = app.services.programs.current();
    const hints = (variant: 'sex-adult' | 'sex-minor' | 'labor') =>
      worksheetSaid(program, en)
        .partsOf(variant)
        .map(({ hint }) => hint);
    expect(hints('sex-adult')[1]).toContain('force, fraud or coercion');
    expect(hints('labor')).toEqual([
      expect.anything(),
      expect.stringContaining('force, fraud or coercion'),
      expect.stringContaining('involuntary servitude'),
    ]);
    expect(hints('sex-minor')[1]).toContain('need not be shown');
  });

  test('says what the program’s file says, and the rest in the desk’s words', async () => {
    const { program } = app.services.programs.current();
    const own = { title: 'Our EMP', parts: { act: { hint: 'Our act' } }, meansNotNeeded: 'Our rule' };
    const said = worksheetSaid({ ...program, worksheet: own }, en);
    expect(said.title).toBe('Our EMP');
    expect(said.partsOf('sex-minor')).toEqual([
      { id: 'act', label: 'Act', hint: 'Our act' },
      { id: 'means', label: 'Means', hint: 'Our rule' },
      { id: 'purpose', label: 'Purpose', hint: expect.stringContaining('commercial sex act') },
    ]);
  });
});

describe('attached', () => {
  test('in one step, staff read the copy, and what is changed later stays its owner’s', async () => {
    const ana = await somebody();
    const request = await ana.requestOf({
      kind: 'document-review',
      documentKind: 'other-document',
      tVisaRelated: false,
    });
    const sent = `/my/requests/${request}/sent`;
    const note = 'need not be a file';
    const documents = `/my/requests/${request}/documents`;
    expect(await ana.page(sent)).toContain('Is there a document for us to look at?');
    expect(await ana.page(documents)).toContain(note);
    const path = await ana.begin();
    await ana.send(path, { 'act-facts': 'What was sent' });
    const fields = await ana.fieldsOf(`${path}/attach`);
    expect(fields.request).toBe(request);
    const answers = [
      await ana.browser.send(`${path}/attach`, fields),
      await ana.browser.send(`${path}/attach`, fields),
    ];
    expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual(
      Array(2).fill([303, `/my/requests/${request}?done=document`]),
    );
    expect(await ana.page(sent)).not.toContain('Is there a document for us to look at?');
    expect(await ana.page(documents)).not.toContain(note);
    await ana.send(path, { 'act-facts': 'Changed later' });
    const list = await app.call(`/api/v1/ta-requests/${request}/documents`, { key: staff });
    const { items } = (await list.json()) as { items: { documentKind: string; links: { self: string } }[] };
    expect(items.map(({ documentKind }) => documentKind)).toEqual(['emp-worksheet']);
    const copy = await app.call(items[0]?.links.self ?? '', { key: staff });
    const { text } = await readPdf(Buffer.from(await copy.arrayBuffer()));
    expect(text).toContain('What was sent');
    expect(text).not.toContain('Changed later');
    const told = await app.services.db.outbox.findMany({ where: { workflowId: { contains: request } } });
    expect(JSON.stringify(told.map(({ payload }) => payload))).toContain('"kind":"worksheet-attached"');
  });

  test('to what it says something to; what it changes is said only where it does', async () => {
    const ana = await somebody();
    const path = await ana.begin();
    await ana.send(path, { 'act-facts': 'What is known' });
    await ana.requestOf({ kind: 'document-review', documentKind: 'victims-compensation' });
    expect(await ana.page(`${path}/attach`)).toContain('You have no open request');
    const analysis = await ana.requestOf({ kind: 'trafficking-analysis' });
    const page = await ana.page(`${path}/attach`);
    expect(filledIn(page).request).toBe(analysis);
    expect(page).not.toContain('becomes a trafficking analysis');
    await ana.requestOf({ kind: 'document-review', documentKind: 'other-document', tVisaRelated: false });
    expect(await ana.page(`${path}/attach`)).toContain('becomes a trafficking analysis');
  });

  test('only to a request of one’s own, and what may identify a client is asked about first', async () => {
    const ana = await somebody();
    const other = await somebody();
    const theirs = await other.requestOf();
    await ana.requestOf();
    const path = await ana.begin();
    expect(await ana.page(`${path}/attach`)).toContain('Nothing is written in the worksheet yet.');
    await ana.send(path, { 'act-facts': 'Her A-number is A123456789.' });
    const asked = await ana.send(`${path}/attach`, {});
    expect(asked.status).toBe(422);
    expect(await asked.text()).toContain('This may identify your client.');
    const wrong = await ana.send(`${path}/attach`, { request: theirs, checked: 'yes' });
    expect(wrong.status).toBe(422);
    expect((await ana.send(`${path}/attach`, { checked: 'yes' })).status).toBe(303);
    expect(await app.services.db.caseDocument.count({ where: { requestId: theirs } })).toBe(0);
  });
});

describe('a worksheet ends', () => {
  test('when its owner erases it; sent twice is done once', async () => {
    const ana = await somebody();
    const path = await ana.begin();
    const fields = await ana.fieldsOf(`${path}/erase`);
    expect((await ana.browser.send(`${path}/erase`, fields)).headers.get('location')).toBe(
      `${LIST}?done=erased`,
    );
    expect((await ana.browser.open(path)).status).toBe(404);
    expect(await app.services.db.empWorksheet.count({ where: { id: idOf(path) } })).toBe(0);
  });

  test('a year after it was last saved, and with the record of its owner', async () => {
    const ana = await somebody();
    const [kept, old] = [await ana.begin(), await ana.begin('labor')];
    const { db } = app.services;
    const savedAt = new Date(Date.parse(NOW) - 366 * 86_400_000);
    await db.empWorksheet.update({ where: { id: idOf(old) }, data: { savedAt } });
    expect((await purgeDue(app.services)).worksheets).toBe(1);
    const row = await db.empWorksheet.findUniqueOrThrow({ where: { id: idOf(kept) } });
    await db.personEmail.deleteMany({ where: { personId: row.personId } });
    await db.person.delete({ where: { id: row.personId } });
    expect(await db.empWorksheet.count({ where: { id: idOf(kept) } })).toBe(0);
  });

  test('not when two records become one: it goes along', async () => {
    const [one, two] = [await somebody(), await somebody()];
    const path = await one.begin();
    await one.send(path, { 'act-facts': 'Written under the other address' });
    const ids = await Promise.all(
      [one, two].map(async (who) => {
        const view = await app.call(`/api/v1/ta-requests/${await who.requestOf()}`, { key: staff });
        return ((await view.json()) as { requester: { id: string } }).requester.id;
      }),
    );
    const merged = await app.call(`/api/v1/people/${ids[0]}/merge`, { key: staff, body: { into: ids[1] } });
    expect(merged.status).toBe(200);
    expect((await two.fieldsOf(path))['act-facts']).toBe('Written under the other address');
  });

  test('somebody keeps twenty at most', async () => {
    const ana = await somebody();
    const path = await ana.begin();
    const { personId } = await app.services.db.empWorksheet.findUniqueOrThrow({ where: { id: idOf(path) } });
    const actor = { kind: 'person' as const, id: personId, name: 'Ana', email: ana.email };
    for (let more = 1; more < 20; more++)
      await startWorksheet(app.services, actor, { id: crypto.randomUUID(), variant: 'labor' });
    const refused = await ana.browser.send(LIST, { ...(await ana.fieldsOf(LIST)), variant: 'labor' });
    expect(refused.status).toBe(409);
  });
});
