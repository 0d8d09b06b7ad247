import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClamd } from '../../../src/adapters/clamav/clamd.js';
import { documentScanWorkflowId } from '../../../src/domain/documents/workflow-id.js';
import { scanKept, settleScan } from '../../../src/usecases/documents/scan-kept.js';
import { scansLate } from '../../../src/usecases/documents/scans-late.js';
import { addFormFile } from '../../../src/usecases/forms/form-files.js';
import { reconcileScans } from '../../../src/usecases/reconcile/reconcile-scans.js';
import { emptyReport } from '../../../src/usecases/reconcile/report.js';
import { sql } from '../../../src/usecases/sql.js';
import { eicar, type FakeClamd, startFakeClamd } from '../../support/fake-clamd.js';
import { goodSubmission } from '../support/submission.js';
import type { TestApp } from '../support/test-app.js';

const WORDS = Buffer.from('plain words');
/** A file of words that carries the test virus. */
const INFECTED = Buffer.concat([Buffer.from('words and '), eicar()]);

let app: TestApp;
let clamd: FakeClamd;
let key: string;
let url: string;

/** Cases of a desk with a virus scanner, told on a desk that has none otherwise. */
export function casesOfScans(site: () => { app: TestApp; key: string }): void {
  beforeAll(async () => {
    ({ app, key } = site());
    clamd = await startFakeClamd();
    const created = await app.call('/api/v1/ta-requests', {
      key,
      body: goodSubmission({ facts: 'Facts of a case that sends viruses.' }),
    });
    url = `${created.headers.get('location')}/documents`;
  });
  afterAll(async () => {
    app.services.scanner = undefined;
    await clamd.close();
  });
  beforeEach(() => {
    const [host = '', port] = clamd.address.split(':');
    app.services.scanner = createClamd({ at: { host, port: Number(port) }, timeoutMs: 500 });
    clamd.fault = null;
  });

  async function sent(
    content: Buffer,
    name = 'words.txt',
  ): Promise<{ id: string; scan: string; self: string }> {
    const data = new FormData();
    data.append('file', new Blob([new Uint8Array(content)]), name);
    const answer = await app.call(url, { key, body: data });
    expect(answer.status).toBe(201);
    const { id, scan, links } = (await answer.json()) as {
      id: string;
      scan: string;
      links: { self: string };
    };
    return { id, scan, self: links.self };
  }
  const opened = async (self: string) => (await app.call(self, { key })).status;
  const scanOf = async (id: string) =>
    (await app.services.db.caseDocument.findUniqueOrThrow({ where: { id } })).scan;

  describe('a document', () => {
    test('is held until it is clean, whoever asks and however', async () => {
      const { id, scan, self } = await sent(WORDS);
      expect(scan).toBe('waiting');
      for (const way of ['', '?as=preview']) {
        const answer = await app.call(`${self}${way}`, { key });
        expect(answer.status).toBe(409);
        expect(await answer.json()).toMatchObject({ code: 'not-allowed-now' });
      }
      await scanKept(app.services, id);
      expect(await scanOf(id)).toBe('clean');
      expect(await opened(self)).toBe(200);
      const list = (await (await app.call(url, { key })).json()) as { items: { id: string; scan: string }[] };
      expect(list.items.find((item) => item.id === id)?.scan).toBe('clean');
    });

    test('has a process that scans it, in the same transaction, and both go together', async () => {
      const { id } = await sent(WORDS);
      const workflowId = documentScanWorkflowId(id, 1);
      const told = () => app.services.db.outbox.findMany({ where: { workflowId }, orderBy: { id: 'asc' } });
      expect(await told()).toMatchObject([
        { kind: 'start', name: 'documentScan', payload: [{ v: 1, documentId: id }] },
      ]);
      expect((await app.call(`${url}/${id}`, { key, method: 'DELETE' })).status).toBe(204);
      expect(await told()).toMatchObject([{ kind: 'erase' }]);
      // What still runs finds nothing to do.
      await scanKept(app.services, id);
    });

    test('that carries a virus is destroyed at once, and kept as a fact', async () => {
      const { id, self } = await sent(INFECTED);
      await scanKept(app.services, id);
      const row = await app.services.db.caseDocument.findUniqueOrThrow({ where: { id } });
      expect([row.scan, row.sealed, row.fileKey]).toEqual(['infected', null, null]);
      expect(await opened(self)).toBe(409);
      expect(
        await app.services.db.securityEvent.findMany({ where: { about: `document:${id}` } }),
      ).toMatchObject([{ kind: 'document-infected', data: { signature: 'Eicar-Test-Signature' } }]);
    });

    test.each(['refuse', 'hang-up', 'half-an-answer', 'silence', 'nonsense'] as const)(
      'stays held while the scanner does not answer as it should (%s)',
      async (fault) => {
        const { id, self } = await sent(WORDS);
        clamd.fault = fault;
        await expect(scanKept(app.services, id)).rejects.toThrow('scanner');
        expect([await scanOf(id), await opened(self)]).toEqual(['waiting', 409]);
      },
    );

    test('stays held where the scanner was taken away, and where it is too large for it', async () => {
      const { id, self } = await sent(WORDS);
      app.services.scanner = undefined;
      await expect(scanKept(app.services, id)).rejects.toThrow('scanner');
      expect(await opened(self)).toBe(409);
      app.services.scanner = { scan: async () => ({ verdict: 'too-large' }), ping: async () => undefined };
      await scanKept(app.services, id);
      expect([await scanOf(id), await opened(self)]).toEqual(['unchecked', 409]);
    });

    test('that could not be scanned is scanned again by reconcile, by another process', async () => {
      const { id } = await sent(WORDS);
      await settleScan(app.services, id, { verdict: 'unchecked' });
      app.services.processes.stateOf = async (one) => (one.includes(id) ? 'ended' : 'running');
      const report = emptyReport();
      await reconcileScans(app.services, report);
      expect(report.restarted).toEqual([documentScanWorkflowId(id, 2)]);
      expect(await scanOf(id)).toBe('waiting');
      const told = { workflowId: documentScanWorkflowId(id, 2), name: 'documentScan' };
      expect(await app.services.db.outbox.count({ where: told })).toBe(1);
    });

    test('is told to staff once it waits for hours', async () => {
      const { id } = await sent(WORDS);
      const late = (at: Date) =>
        app.services.db.$queryRaw<object[]>(sql`SELECT 1 FROM case_document
        WHERE id = ${id}::uuid AND request_id IN (${scansLate(at)})`);
      const { createdAt, requestId } = await app.services.db.caseDocument.findUniqueOrThrow({
        where: { id },
      });
      await app.services.db.caseDocument.deleteMany({ where: { requestId, id: { not: id } } });
      expect(await late(new Date(createdAt.getTime() + 3_600_000))).toEqual([]);
      expect(await late(new Date(createdAt.getTime() + 5 * 3_600_000))).toHaveLength(1);
    });

    test('is taken at once without a scanner, and says so', async () => {
      app.services.scanner = undefined;
      const { scan, self } = await sent(WORDS);
      expect([scan, await opened(self)]).toEqual(['not-scanned', 200]);
    });
  });

  describe('a document of a form on its way', () => {
    test('waits as well, and its virus goes before the form is sent', async () => {
      const { db, vault } = app.services;
      const dataKey = vault.newDataKey('form_draft');
      await db.dataKey.create({ data: dataKey });
      const draft = await db.formDraft.create({
        data: {
          id: crypto.randomUUID(),
          dataKeyId: dataKey.id,
          sealed: Buffer.from('x'),
          expiresAt: new Date('2070-01-01'),
        },
      });
      const file = { name: 'form.txt', content: INFECTED, documentKind: 'other-document' };
      const added = await addFormFile(app.services, draft.id, file);
      if (!added.ok) throw new Error(added.problem.code);
      const { id } = added.value;
      expect(await db.formFile.findUniqueOrThrow({ where: { id } })).toMatchObject({ scan: 'waiting' });
      await scanKept(app.services, id);
      const row = await db.formFile.findUniqueOrThrow({ where: { id } });
      expect([row.scan, row.sealed, row.fileKey]).toEqual(['infected', null, null]);
    });
  });
}
