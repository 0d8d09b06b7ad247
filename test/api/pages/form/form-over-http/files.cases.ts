import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../../../src/domain/people/actor.js';
import { listDocuments, readDocument } from '../../../../../src/usecases/documents/read-documents.js';
import { moveFormDraft } from '../../../../../src/usecases/forms/form-drafts.js';
import { addFormFile, MOST_BYTES_OF_FORM } from '../../../../../src/usecases/forms/form-files.js';
import { newEmail } from '../../calls/calls-site.js';
import { app, confirm, linkTo, requestsOf, type Visitor, visitor } from './site.js';

// Documents that are sent with a form.

const files = () => app.services.db.formFile.findMany();
const STAFF: Actor = { kind: 'key', id: crypto.randomUUID(), role: 'director', scopes: [] };

/** A document review, up to the page that asks for the document. */
async function review(email: string, someone = visitor()): Promise<Visitor> {
  const answers: [string, Record<string, string>][] = [
    ['/request/start', { who: 'professional' }],
    ['/request/role', { role: 'attorney' }],
    ['/request/details', { name: 'Pat Ruiz', email, ovcGrantee: 'no' }],
    ['/request/kind', { kind: 'document-review' }],
    ['/request/document', { documentKind: 'other-document' }],
    ['/request/t-visa', { tVisaRelated: 'no' }],
  ];
  let last = '';
  for (const [path, fields] of answers) last = (await someone.post(path, fields)).location ?? '';
  expect(last).toBe('/request/documents');
  return someone;
}

async function upload(
  someone: Visitor,
  fields: Record<string, string>,
  [name, words]: [string, string] = ['brief.txt', 'Plain canary-9b2e words.'],
) {
  // Its token is on every form of this browser.
  await someone.go('/request/start');
  const body = new FormData();
  for (const [field, value] of Object.entries({ _csrf: someone.hidden('_csrf'), ...fields }))
    body.append(field, value);
  body.append('file', new Blob([words]), name);
  const answer = await fetch(`${app.url}/request/documents`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: [...someone.jar].map((pair) => pair.join('=')).join('; ') },
    body,
  });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

async function finish(someone: Visitor) {
  await someone.post('/request/documents', { act: 'go-on' });
  await someone.post('/request/topics', { topics: 'other' });
  await someone.post('/request/facts', { facts: `Facts ${crypto.randomUUID()}`, questions: 'Questions?' });
  await someone.post('/request/deadline', { deadlineKind: 'none' });
  await someone.go('/request/check');
  return someone.go('/request/check', {
    _csrf: someone.hidden('_csrf'),
    acknowledgesScope: 'yes',
    formToken: someone.hidden('formToken'),
  });
}

const ADD = { documentKind: 'other-document', act: 'add' };

describe('documents sent with a form', () => {
  test('are kept sealed with it, wait with it, and become the request’s', async () => {
    const email = newEmail();
    const someone = await review(email);
    expect(await upload(someone, ADD)).toMatchObject({ status: 303, location: '/request/documents' });
    // The same one once more is one.
    await upload(someone, ADD);
    expect((await someone.go('/request/documents')).text).toContain('brief.txt');
    const [kept, ...others] = await files();
    expect(others).toEqual([]);
    for (const part of [kept?.sealed, kept?.sealedName]) {
      expect(Buffer.from(part ?? []).toString('latin1')).not.toMatch(/canary-9b2e|brief/);
    }
    expect((await finish(someone)).location).toBe('/request/sent');
    expect(await files()).toMatchObject([{ draftId: null, submissionId: expect.any(String) }]);
    expect((await someone.go(await linkTo(email))).text).toContain('brief.txt');
    await confirm(someone, await linkTo(email));
    const [request] = await requestsOf(email);
    const id = request?.id ?? '';
    expect(await files()).toEqual([]);
    const documents = await listDocuments(app.services, STAFF, id);
    expect(documents).toMatchObject({ value: [{ name: 'brief.txt', documentKind: 'other-document' }] });
    const documentId = documents.ok ? (documents.value[0]?.id ?? '') : '';
    const read = await readDocument(app.services, STAFF, { id, documentId });
    expect(read.ok && read.value.content.toString()).toBe('Plain canary-9b2e words.');
    const events = await app.services.db.processEvent.findMany({ where: { requestId: id } });
    expect(events.map(({ type }) => type).sort()).toEqual(['document-added', 'received']);
  });

  test('as large together as they may be become the request’s; one more is refused with what to do', async () => {
    const email = newEmail();
    const someone = await review(email);
    const [draft] = await app.services.db.formDraft.findMany();
    const each = MOST_BYTES_OF_FORM / 5;
    for (const line of ['One', 'Two', 'Three', 'Four', 'Five']) {
      const file = { name: `${line}.txt`, content: Buffer.alloc(each, `${line}.\n`), ...ADD };
      expect(await addFormFile(app.services, draft?.id ?? '', file)).toMatchObject({ ok: true });
    }
    expect((await upload(someone, ADD)).text).toContain('may have up to 50 MB together');
    await finish(someone);
    await confirm(someone, await linkTo(email));
    const [request] = await requestsOf(email);
    const kept = await app.services.db.caseDocument.findMany({
      where: { requestId: request?.id ?? '' },
      select: { size: true },
    });
    expect(kept).toEqual(Array(5).fill({ size: each }));
  });

  test('go with the form that is deleted or runs out, and along when it moves to another browser', async () => {
    const someone = await review(newEmail());
    await upload(someone, ADD);
    const [draft] = await app.services.db.formDraft.findMany();
    const moved = await moveFormDraft(app.services, draft?.id ?? '');
    expect(await files()).toMatchObject([{ draftId: moved }]);
    await app.services.db.formDraft.deleteMany({ where: { id: moved ?? '' } });
    expect(await files()).toEqual([]);
    const other = await review(newEmail());
    await upload(other, ADD);
    await other.go('/exit');
    expect(await files()).toEqual([]);
  });

  test('can be removed, and the page of all answers then says what their lack means', async () => {
    const someone = await review(newEmail());
    await upload(someone, ADD);
    await someone.go('/request/documents');
    await someone.go('/request/documents', {
      _csrf: someone.hidden('_csrf'),
      remove: someone.hidden('remove'),
    });
    expect(await files()).toEqual([]);
    await someone.post('/request/documents', { act: 'go-on' });
    await someone.post('/request/topics', { topics: 'other' });
    await someone.post('/request/facts', { facts: 'Facts', questions: 'Questions?' });
    await someone.post('/request/deadline', { deadlineKind: 'none' });
    expect((await someone.go('/request/check')).text).toContain('The document is not there yet');
    await upload(someone, { ...ADD, act: 'go-on' });
    expect((await someone.go('/request/check')).text).not.toContain('The document is not there yet');
  });

  test.each<[string, Record<string, string>, [string, string], string]>([
    ['of no kind we take', ADD, ['brief.exe', 'MZ'], 'pdf'],
    ['that is empty', ADD, ['brief.txt', ''], 'empty'],
    ['not said what it is', { act: 'add' }, ['brief.txt', 'Words.'], 'Choose what the document is'],
    ['named after a client', ADD, ['A123456789.txt', 'Words.'], 'may identify your client'],
  ])('one %s is refused', async (_name, fields, file, said) => {
    const someone = await review(newEmail());
    expect(await upload(someone, fields, file)).toMatchObject({
      status: expect.any(Number),
      text: expect.stringContaining(said),
    });
    expect(await files()).toEqual([]);
  });

  test('a browser without a form on its way sends none', async () => {
    expect((await upload(visitor(), ADD)).status).toBe(422);
    expect(await files()).toEqual([]);
  });

  test('a completed EMP worksheet makes a review of another document a trafficking analysis', async () => {
    const email = newEmail();
    const someone = await review(email);
    const note = 'href="/my/worksheets"';
    expect((await someone.go('/request/documents')).text).toContain(note);
    await upload(someone, { ...ADD, documentKind: 'emp-worksheet' });
    // Where one is there, none is offered.
    expect((await someone.go('/request/documents')).text).not.toContain(note);
    await finish(someone);
    await confirm(someone, await linkTo(email));
    expect(await requestsOf(email)).toMatchObject([
      { kind: 'trafficking-analysis', documentKind: 'emp-worksheet' },
    ]);
  });

  test('a review of a named document takes no worksheet; an analysis leads to one that is filled in here', async () => {
    const worksheets = 'href="/my/worksheets"';
    const someone = await review(newEmail());
    const other = await someone.go('/request/documents');
    expect([other.text.includes(worksheets), other.text.includes('value="emp-worksheet"')]).toEqual([
      true,
      true,
    ]);
    await someone.post('/request/document', { documentKind: 'victims-compensation' });
    const named = await someone.go('/request/documents');
    expect([named.text.includes(worksheets), named.text.includes('value="emp-worksheet"')]).toEqual([
      false,
      false,
    ]);
    await someone.post('/request/documents', { act: 'go-on' });
    await someone.post('/request/topics', { topics: 'other' });
    expect((await someone.go('/request/facts')).text).not.toContain(worksheets);
    await someone.post('/request/kind', { kind: 'trafficking-analysis' });
    expect((await someone.go('/request/facts')).text).toContain(worksheets);
  });

  test('what a kind of help takes no documents for is sent without them', async () => {
    const email = newEmail();
    const someone = await review(email);
    await upload(someone, ADD);
    await someone.post('/request/kind', { kind: 'case-consultation' });
    await finish(someone);
    expect(await files()).toEqual([]);
  });
});
