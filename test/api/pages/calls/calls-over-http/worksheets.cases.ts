import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { attachToQuestion } from '../../../../../src/usecases/calls/questions/change-question.js';
import { moveQuestion } from '../../../../../src/usecases/calls/questions/move-question.js';
import { purgeDue } from '../../../../../src/usecases/purge-due.js';
import { hashToken } from '../../../../../src/usecases/tokens.js';
import { readPdf } from '../../../../support/read-pdf.js';
import { newEmail, SECOND, signedIn, wordsOf } from '../calls-site.js';
import { app, ask, myId, NEXT_GENERAL, question } from './site.js';

type Visitor = Awaited<ReturnType<typeof signedIn>>;

/** Begins a worksheet with these facts; its id. */
async function worksheetOf(visitor: Visitor, facts: string): Promise<string> {
  const begun = await visitor.send('/my/worksheets', { variant: 'labor' });
  const path = (begun.headers.get('location') ?? '').replace(/\?.*/, '');
  await visitor.open(path);
  const said = { label: 'R.', 'act-facts': facts, 'means-facts': 'Threats', 'purpose-facts': 'Debt' };
  expect((await visitor.send(path, { ...said, version: '1' })).status).toBe(303);
  return path.split('/').at(-1) ?? '';
}

const wordsIn = async (answer: Response) => (await readPdf(Buffer.from(await answer.arrayBuffer()))).text;
const personOf = async (id: string) =>
  (await app.services.db.callQuestion.findUniqueOrThrow({ where: { id } })).personId;
const copies = (questionId: string) => app.services.db.callQuestionWorksheet.count({ where: { questionId } });

describe('an EMP worksheet with a question', () => {
  beforeEach(() => app.setNow('2026-11-05T18:00:00.000Z'));
  const standing = (status: string) =>
    app.services.db.call.update({ where: { id: SECOND }, data: { status } });
  afterAll(() => standing('planned').then(() => undefined));

  async function asked() {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    const worksheet = await worksheetOf(visitor, 'What was sent');
    expect((await ask(visitor, SECOND, { worksheet })).status).toBe(303);
    const id = await myId(email);
    return { email, visitor, worksheet, id, copy: `/api/v1/calls/${SECOND}/questions/${id}/worksheet` };
  }

  test('is offered where it is of use, goes along in one step, and is read by its asker and staff alone', async () => {
    const { visitor, worksheet, id, copy } = await asked();
    expect(await (await visitor.open(`/calls/${SECOND}/ask`)).text()).toContain(worksheet);
    await visitor.send(`/my/worksheets/${worksheet}`, { 'act-facts': 'Changed later', version: '2' });
    const staff = await app.newKey('coordinator');
    for (const read of [await visitor.open(copy), await app.call(copy, { key: staff })]) {
      const text = await wordsIn(read);
      expect(text).toContain('What was sent');
      expect(text).not.toContain('Changed later');
    }
    const looks = await app.services.db.caseAccess.count({ where: { requestId: id, what: 'document' } });
    expect(looks).toBe(2);
    expect((await (await signedIn(app, newEmail())).open(copy)).status).toBe(404);
    const row = await app.services.db.callQuestionWorksheet.findUniqueOrThrow({ where: { questionId: id } });
    expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('%PDF');
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toContain('EMP worksheet attached');
  });

  test('changed, it is kept, replaced or taken off; withdrawn, it is erased', async () => {
    const { visitor, worksheet, id, copy } = await asked();
    const mine = `/my/calls/${SECOND}/questions/${id}`;
    await visitor.open(mine);
    await visitor.send(mine, { ...question, worksheet: 'keep' });
    expect(await wordsIn(await visitor.open(copy))).toContain('What was sent');
    await visitor.send(`/my/worksheets/${worksheet}`, { 'act-facts': 'Written anew', version: '2' });
    await visitor.send(mine, { ...question, worksheet });
    expect(await wordsIn(await visitor.open(copy))).toContain('Written anew');
    await visitor.send(mine, { ...question, worksheet: 'none' });
    expect(await copies(id)).toBe(0);
    await visitor.send(`/my/worksheets/${worksheet}/attach`, { request: id });
    expect(await copies(id)).toBe(1);
    await visitor.send(`${mine}/withdraw`, {});
    expect(await copies(id)).toBe(0);
  });

  test('is of no use to a question that is not about law: not offered, and refused', async () => {
    const { visitor, worksheet, id } = await asked();
    await visitor.send(`/my/calls/${SECOND}/questions/${id}`, { ...question, worksheet: 'none' });
    await app.services.db.callQuestion.update({ where: { id }, data: { questionAbout: 'non-legal' } });
    expect(await (await visitor.open(`/my/worksheets/${worksheet}/attach`)).text()).not.toContain(id);
    const actor = { kind: 'person' as const, id: await personOf(id), name: 'Ada', email: '' };
    const sent = { worksheet: Buffer.from('%PDF-'), completed: true };
    expect(
      await attachToQuestion(app.services, actor, { callId: SECOND, questionId: id }, sent),
    ).toMatchObject({ ok: false, problem: { reason: 'worksheet-of-no-use' } });
    expect(await copies(id)).toBe(0);
  });

  test('another’s is not to be had, and what may identify a client is asked about first', async () => {
    const { worksheet } = await asked();
    const eve = await signedIn(app, newEmail());
    expect((await ask(eve, SECOND, { worksheet })).status).toBe(422);
    const email = newEmail();
    const ana = await signedIn(app, email);
    const telling = await worksheetOf(ana, 'Her A-number is A123456789.');
    expect(await (await ask(ana, SECOND, { worksheet: telling })).text()).toContain('A123456789');
    expect(await app.services.db.callQuestion.count({ where: { askerEmail: email } })).toBe(0);
    expect((await ask(ana, SECOND, { worksheet: telling, identifiers: 'keep' })).status).toBe(303);
  });

  test('it goes where its question goes: to another call, and into the request', async () => {
    const { id } = await asked();
    const { db } = app.services;
    const staff = {
      kind: 'key' as const,
      id: crypto.randomUUID(),
      role: 'coordinator' as const,
      name: 'Staff',
      scopes: null,
    };
    const newId = crypto.randomUUID();
    const to = { to: NEXT_GENERAL, newId };
    expect(
      await moveQuestion(app.services, staff as never, { callId: SECOND, questionId: id }, to),
    ).toMatchObject({ ok: true });
    expect([await copies(id), await copies(newId)]).toEqual([0, 1]);
    const key = await app.newKey('coordinator');
    const moved = `/api/v1/calls/${NEXT_GENERAL}/questions/${newId}`;
    expect(await wordsIn(await app.call(`${moved}/worksheet`, { key }))).toContain('What was sent');
    await db.callQuestion.update({
      where: { id: newId },
      data: {
        status: 'not-selected',
        questionAbout: 'trafficking-analysis',
        handoverTokenHash: hashToken(newId),
      },
    });
    await db.call.update({ where: { id: NEXT_GENERAL }, data: { status: 'confirmed' } });
    const made = await app.call(`${moved}/request`, { key, body: {} });
    await db.call.update({ where: { id: NEXT_GENERAL }, data: { status: 'planned' } });
    expect(made.status).toBe(201);
    const { requestId } = (await made.json()) as { requestId: string };
    const request = await db.taRequest.findUniqueOrThrow({ where: { id: requestId } });
    expect(request).toMatchObject({ kind: 'trafficking-analysis', documentKind: 'emp-worksheet' });
    const [document, ...more] = await db.caseDocument.findMany({
      where: { requestId },
      select: { id: true },
    });
    expect([more.length, await copies(newId)]).toEqual([0, 0]);
    const read = await app.call(`/api/v1/ta-requests/${requestId}/documents/${document?.id}`, { key });
    expect(await wordsIn(read)).toContain('What was sent');
  });

  test('it is erased with its question', async () => {
    const { id } = await asked();
    const { db } = app.services;
    const { endsAt } = await db.call.findUniqueOrThrow({ where: { id: SECOND } });
    app.setNow(new Date(endsAt.getTime() + 181 * 86_400_000).toISOString());
    await purgeDue(app.services);
    expect(await copies(id)).toBe(0);
  });
});
