import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Files, FilesError } from '../../../src/ports/files.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { eraseFiles, sweepFiles } from '../../../src/usecases/documents/erase-files.js';
import { sealedBytes } from '../../../src/usecases/documents/kept-bytes.js';
import { leftInRows, moveToFiles } from '../../../src/usecases/documents/move-to-files.js';
import { purgeDue } from '../../../src/usecases/purge-due.js';
import { fileClock } from '../../support/file-clock.js';
import { goodSubmission } from '../support/submission.js';
import type { TestApp } from '../support/test-app.js';

const WORDS = 'canary words of a document';
const DAY_MS = 86_400_000;

let app: TestApp;
let key: string;
let url: string;
let store: Files;

/** Where documents lie. */
export function casesOfKeptFiles(site: () => { app: TestApp; key: string }): void {
  beforeAll(async () => {
    ({ app, key } = site());
    store = app.services.files;
    const created = await app.call('/api/v1/ta-requests', {
      key,
      body: goodSubmission({ facts: 'Facts of files.' }),
    });
    url = `${created.headers.get('location')}/documents`;
  });
  beforeEach(() => {
    app.services.files = store;
  });
  afterEach(() => {
    app.services.files = store;
  });
  const add = async (words = WORDS) => {
    const data = new FormData();
    data.append('file', new Blob([words]), 'words.txt');
    return app.call(url, { key, body: data });
  };
  const added = async (words?: string) =>
    (await (await add(words)).json()) as { id: string; links: { self: string } };
  const rowOf = (id: string) => app.services.db.caseDocument.findUniqueOrThrow({ where: { id } });
  const keys = async () => {
    const found: string[] = [];
    for await (const file of store.list()) found.push(file.key);
    return found;
  };
  const away = async (): Promise<never> => {
    throw new FilesError('away');
  };

  describe('the bytes of a document', () => {
    test('lie sealed in the store, under a key that says nothing, and not in the row', async () => {
      const { id } = await added();
      const row = await rowOf(id);
      expect(row.sealed).toBeNull();
      expect(row.fileKey).not.toContain(id);
      const bytes = Buffer.from(await store.get(row.fileKey ?? ''));
      expect(bytes.toString('latin1')).not.toContain('canary');
      // Two of the same are not alike: nobody recognizes a file that they know.
      const again = await rowOf((await added()).id);
      expect(again.fileDigest).not.toEqual(row.fileDigest);
    });

    test('are gone with the document, at once', async () => {
      const { id, links } = await added();
      const { fileKey } = await rowOf(id);
      expect((await app.call(links.self, { key, method: 'DELETE' })).status).toBe(204);
      expect(await keys()).not.toContain(fileKey);
      expect(await app.services.db.fileToErase.count()).toBe(0);
    });

    test('are gone later where the store was away, by the nightly erasure', async () => {
      const { id, links } = await added();
      const { fileKey } = await rowOf(id);
      app.services.files = { ...store, remove: away };
      expect((await app.call(links.self, { key, method: 'DELETE' })).status).toBe(204);
      expect(await keys()).toContain(fileKey);
      await expect(purgeDue(app.services)).rejects.toMatchObject({ fault: 'away' });
      app.services.files = store;
      expect(await purgeDue(app.services)).toMatchObject({ files: 1 });
      expect(await keys()).not.toContain(fileKey);
    });

    test('that can’t be kept leave no row: 503, and nothing half', async () => {
      const before = await app.services.db.caseDocument.count();
      app.services.files = { ...store, put: away };
      const refused = await add('other words');
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).not.toBeNull();
      expect(await app.services.db.caseDocument.count()).toBe(before);
    });

    test('that can’t be read answer 503; changed ones are never handed out', async () => {
      const { id, links } = await added();
      app.services.files = { ...store, get: away };
      expect((await app.call(links.self, { key })).status).toBe(503);
      const row = await rowOf(id);
      const sealed = Buffer.from(await store.get(row.fileKey ?? ''));
      const changed = { ...store, get: async () => sealed.fill(0, 40, 41) };
      await expect(sealedBytes({ files: changed }, row)).rejects.toMatchObject({ fault: 'damaged' });
      app.services.files = store;
      expect((await app.call(links.self, { key })).status).toBe(200);
    });

    test('that are refused leave no file', async () => {
      const before = await keys();
      await app.services.db.taRequest.updateMany({
        where: { id: url.split('/')[4] ?? '' },
        data: { status: 'withdrawn' },
      });
      expect((await add('late words')).status).toBe(409);
      await app.services.db.taRequest.updateMany({
        where: { id: url.split('/')[4] ?? '' },
        data: { status: 'queued' },
      });
      expect(await keys()).toHaveLength(before.length);
    });

    test('whose row was never written go after a day, and not before; strangers’ files stay', async () => {
      const lost = crypto.randomUUID();
      await store.put(lost, Buffer.from('x'));
      await sweepFiles(app.services, { before: new Date(fileClock()) });
      expect(await keys()).toContain(lost);
      const tomorrow = new Date(fileClock() + DAY_MS + 60_000);
      expect(await sweepFiles(app.services, { before: tomorrow })).toBe(1);
      expect(await keys()).not.toContain(lost);
      for (let n = 0; n < 60; n += 1) await store.put(crypto.randomUUID(), Buffer.from('x'));
      const all = await keys();
      expect(await sweepFiles(app.services, { before: tomorrow })).toBe(0);
      expect(await keys()).toHaveLength(all.length);
      for (const one of all) {
        if ((await app.services.db.caseDocument.count({ where: { fileKey: one } })) === 0)
          await store.remove(one);
      }
    });

    test('of before lie in their rows, are read there, and move while the desk runs', async () => {
      const { db, vault } = app.services;
      const { id, links } = await added();
      const row = await db.caseDocument.findUniqueOrThrow({
        where: { id },
        include: { request: { select: withKey } },
      });
      const field = { table: 'case_document', rowId: id, field: 'content' };
      const sealed = vault.sealBytes(row.request.dataKey, field, Buffer.from('from before'));
      await db.caseDocument.update({ where: { id }, data: { sealed, fileKey: null, fileDigest: null } });
      await eraseFiles(app.services);
      const read = async () => (await app.call(links.self, { key })).text();
      expect(await read()).toBe('from before');
      app.services.files = { ...store, put: away };
      await expect(moveToFiles(app.services)).rejects.toMatchObject({ fault: 'away' });
      app.services.files = store;
      expect(await read()).toBe('from before');
      expect([await leftInRows(app.services), await moveToFiles(app.services)]).toEqual([1, 1]);
      expect(await leftInRows(app.services)).toBe(0);
      expect([(await rowOf(id)).sealed, await read()]).toEqual([null, 'from before']);
    });
  });
}
