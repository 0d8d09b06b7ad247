import { describe, expect, test } from '@jest/globals';
import { goodQuestion, stranger } from '../support/calls.js';
import { rowCounts } from '../support/row-counts.js';
import { app, ask, call, DURING, GENERAL, key, NON_LEGAL } from './site.js';

describe('changing and withdrawing', () => {
  test('until the cut-off, by version, and never another’s place', async () => {
    const { body } = await ask(GENERAL);
    const path = `/calls/${GENERAL}/questions/${body.id}`;
    const edit = { question: 'Said better?', empWorksheetCompleted: true };
    const changed = await call('PUT', path, edit, { 'if-match': '"1"' });
    expect(changed).toMatchObject({
      status: 200,
      body: { question: 'Said better?', version: 2, empWorksheetCompleted: true },
    });
    expect((await call('PUT', path, edit, { 'if-match': '"1"' })).status).toBe(412);
    expect((await call('PUT', path, { ...edit, questionAbout: 'trafficking-analysis' })).body.code).toBe(
      'analysis-on-first-wednesday',
    );
    app.setNow('2026-11-24T22:00:00.000Z');
    expect((await call('PUT', path, edit)).body.code).toBe('questions-closed');
    expect((await call('DELETE', path)).body.code).toBe('questions-closed');
    expect((await call('GET', path)).body).toMatchObject({ status: 'asked', question: 'Said better?' });
  });

  test('a withdrawn question stays withdrawn', async () => {
    const { body } = await ask(GENERAL);
    const path = `/calls/${GENERAL}/questions/${body.id}`;
    expect((await call('DELETE', path)).status).toBe(200);
    expect((await call('DELETE', path)).body.status).toBe('withdrawn');
    expect((await call('PUT', path, { question: 'Again?' })).body.code).toBe('not-allowed-now');
  });

  test('a question is found under its own call alone, and by nobody without a key', async () => {
    const { body } = await ask(GENERAL);
    expect((await call('GET', `/calls/${NON_LEGAL}/questions/${body.id}`)).status).toBe(404);
    expect((await app.call(`/api/v1/calls/${GENERAL}/questions/${body.id}`)).status).toBe(401);
  });
});

describe('what is not a question leaves nothing', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no question', { question: ' ' }, '/question'],
    ['a question too long', { question: 'x'.repeat(20_001) }, '/question'],
    ['no asker', { asker: undefined }, '/asker'],
    ['no address', { asker: { ...stranger(), email: 'nobody' } }, '/asker/email'],
    ['no name', { asker: { ...stranger(), name: '' } }, '/asker/name'],
    ['yes as text', { needsLegalAnalysis: 'yes' }, '/needsLegalAnalysis'],
    ['about something else', { questionAbout: 'tax' }, '/questionAbout'],
    ['half a supervisor', { supervisor: { name: 'Sue' } }, '/supervisor/email'],
    ['an unknown field', { priority: 'high' }, '/priority'],
  ])('%s', async (_name, change, pointer) => {
    const before = await rowCounts(app.services.db);
    const { status, body } = await ask(GENERAL, change);
    expect([status, body.code]).toEqual([422, 'invalid']);
    expect(body.errors.map((error) => error.pointer)).toContain(pointer);
    expect(await rowCounts(app.services.db)).toEqual(before);
  });
});

test('the asker is told, and the mail is found under the question and its call', async () => {
  const { body } = await ask(GENERAL, { question: 'CANARY-QUESTION about it' });
  for (const about of [body.id, GENERAL]) {
    const response = await app.call(`/api/v1/messages?about=${about}&limit=100`, { key });
    const { items } = (await response.json()) as { items: { kind: string; about: string }[] };
    expect(items.filter((item) => item.about === body.id).map(({ kind }) => kind)).toEqual([
      'question-received',
    ]);
  }
  const row = await app.services.db.callQuestion.findUniqueOrThrow({ where: { id: body.id } });
  expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('CANARY');
  expect(app.logged.join('\n')).not.toContain('CANARY');
});

test('a key sent again is the same question', async () => {
  app.setNow(DURING[GENERAL] ?? '');
  const question = goodQuestion();
  const headers = { 'idempotency-key': 'ask-1' };
  const first = await call('POST', `/calls/${GENERAL}/questions`, question, headers);
  await app.services.db.idempotencyKey.deleteMany();
  const second = await call('POST', `/calls/${GENERAL}/questions`, question, headers);
  expect([second.status, second.body.id]).toEqual([201, first.body.id]);
  const other = await call('POST', `/calls/${GENERAL}/questions`, question, { 'idempotency-key': 'ask-2' });
  expect(other.body.code).toBe('one-question-per-person');
});
