import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClamd } from '../../../src/adapters/clamav/clamd.js';
import { eicar, type FakeClamd, startFakeClamd } from '../../support/fake-clamd.js';
import { desk } from './site.js';

let clamd: FakeClamd;
const add = async (requestId: string, words: Buffer): Promise<string> => {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(words)]), 'words.txt');
  const sent = await desk.api('POST', `/api/v1/ta-requests/${requestId}/documents`, { body });
  expect(sent).toMatchObject({ status: 201, body: { scan: 'waiting' } });
  return sent.body.links.self;
};
const opens = async (self: string) => (await desk.api('GET', self)).status;
const scanOf = async (self: string) => {
  const id = self.split('/').at(-1) ?? '';
  return (await desk.wired.services.db.caseDocument.findUniqueOrThrow({ where: { id } })).scan;
};

describe('a document that waits for the virus scanner', () => {
  beforeAll(async () => {
    clamd = await startFakeClamd();
    const [host = '', port] = clamd.address.split(':');
    desk.wired.services.scanner = createClamd({ at: { host, port: Number(port) }, timeoutMs: 2_000 });
  });
  afterAll(async () => {
    delete desk.wired.services.scanner;
    await clamd.close();
  });

  test('is scanned again and again while that is away, and opens once it is clean', async () => {
    const { id } = await desk.submit({}, { email: 'waits-for-scan@legal-aid.example' });
    clamd.fault = 'refuse';
    const self = await add(id, Buffer.from('words'));
    await desk.advance({ by: 'PT1M' });
    expect([await scanOf(self), await opens(self)]).toEqual(['waiting', 409]);
    clamd.fault = null;
    await desk.advance({ by: 'PT1H' });
    expect([await scanOf(self), await opens(self)]).toEqual(['clean', 200]);
  });

  test('is left unchecked after days, and nobody opens it', async () => {
    const { id } = await desk.submit({}, { email: 'never-scanned@legal-aid.example' });
    clamd.fault = 'refuse';
    const self = await add(id, Buffer.from('words'));
    await desk.advance({ by: 'PT1H' });
    expect(await desk.wired.services.db.processTrouble.count()).toBe(1);
    await desk.advance({ by: 'P3D' });
    expect([await scanOf(self), await opens(self)]).toEqual(['unchecked', 409]);
    expect(await desk.wired.services.db.processTrouble.count()).toBe(0);
    clamd.fault = null;
  });

  test('and carries one is destroyed; the request goes on', async () => {
    const { id, status } = await desk.submit({}, { email: 'sends-virus@legal-aid.example' });
    const self = await add(id, eicar());
    await desk.advance({ by: 'PT1M' });
    expect([await scanOf(self), await opens(self)]).toEqual(['infected', 409]);
    expect((await desk.api('GET', `/api/v1/ta-requests/${id}`)).body.status).toBe(status);
  });
});
