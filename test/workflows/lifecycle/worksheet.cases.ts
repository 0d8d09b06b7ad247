import { describe, expect, test } from '@jest/globals';
import { desk, types } from './site.js';

const WORKSHEET = 'emp-worksheet';
const ANOTHER = { kind: 'document-review', documentKind: 'other-document', topics: ['other'] };

const attach = (id: string, documentKind: string) => {
  const body = new FormData();
  body.append('documentKind', documentKind);
  body.append('file', new Blob(['Act, means, purpose.']), 'worksheet.txt');
  return desk.api('POST', `/api/v1/ta-requests/${id}/documents`, { body });
};

const read = async (id: string) => {
  await desk.advance({ by: 'PT1M' });
  return (await desk.api('GET', `/api/v1/ta-requests/${id}`)).body;
};

describe('an EMP worksheet', () => {
  test('sent as the document to review makes it an analysis', async () => {
    const sent = await desk.submit(
      { kind: 'document-review', documentKind: WORKSHEET, topics: ['other'] },
      { email: 'sends-worksheet@legal-aid.example' },
    );
    expect(sent).toMatchObject({ kind: 'trafficking-analysis', documentKind: WORKSHEET, status: 'queued' });
  });

  test('attached to a review of another document makes it an analysis, and dates stay', async () => {
    const email = 'attaches-worksheet@legal-aid.example';
    const sent = await desk.submit({ ...ANOTHER, tVisaRelated: false }, { email });
    expect(sent).toMatchObject({ kind: 'document-review', documentKind: 'other-document' });
    expect(await attach(sent.id, WORKSHEET)).toMatchObject({ status: 201 });
    expect(await read(sent.id)).toMatchObject({
      kind: 'trafficking-analysis',
      documentKind: WORKSHEET,
      status: 'queued',
      dueAt: sent.dueAt,
    });
    expect((await attach(sent.id, WORKSHEET)).status).toBe(201);
    expect((await read(sent.id)).kind).toBe('trafficking-analysis');
    expect((await types(sent.id)).filter((type) => type === 'reclassified')).toHaveLength(1);
  });

  test('an analysis waits for no course: its clock starts with the worksheet', async () => {
    const email = 'waits-with-worksheet@legal-aid.example';
    const sent = await desk.submit({ ...ANOTHER, tVisaRelated: true }, { email });
    expect(sent).toMatchObject({ status: 'awaiting-prerequisites', clock: { state: 'not-started' } });
    await attach(sent.id, WORKSHEET);
    expect(await read(sent.id)).toMatchObject({
      kind: 'trafficking-analysis',
      status: 'queued',
      clock: { state: 'running' },
    });
  });

  test.each([
    [
      'a named document stays a review',
      { kind: 'document-review', documentKind: 'victims-compensation' },
      WORKSHEET,
    ],
    [
      'a review with any other document stays one',
      { ...ANOTHER, tVisaRelated: false },
      'victims-compensation',
    ],
    ['a consultation stays one', { kind: 'case-consultation' }, WORKSHEET],
  ])('%s', async (name, over, attached) => {
    const sent = await desk.submit(over, { email: `${name.replaceAll(' ', '-')}@legal-aid.example` });
    expect((await attach(sent.id, attached)).status).toBe(201);
    expect(await read(sent.id)).toMatchObject({ kind: sent.kind, documentKind: sent.documentKind });
  });
});
