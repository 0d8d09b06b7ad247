import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { validate as isUuid } from 'uuid';
import type { Services } from '../../../ports/services.js';
import type { AppSettings } from '../../app-deps.js';
import { cookieName, cookieOf } from '../../middleware/cookies.js';
import type { Draft } from './draft.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const field = (rowId: string) => ({ table: 'form_draft', rowId, field: 'answers' });

/** Keeps the form on its way: sealed in the database under a random id that only this browser's cookie knows. */
export interface DraftStore {
  read(req: Request): Promise<{ id: string; draft: Draft } | null>;
  /** Saves under the browser's id, or a new one. Each save keeps it for another day (wall time). */
  save(req: Request, res: Response, draft: Draft): Promise<void>;
  /** Erases it; nothing happens when there is none. */
  forget(req: Request, res: Response): Promise<void>;
}

export function createDraftStore(services: Pick<Services, 'db' | 'vault'>, config: AppSettings): DraftStore {
  const { db, vault } = services;
  const name = cookieName(config.appUrl, 'ta-desk-draft');
  const cookie = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: config.appUrl.startsWith('https:'),
  } as const;
  const idOf = (req: Request): string | null => {
    const id = cookieOf(req, name);
    return id !== undefined && isUuid(id) ? id : null;
  };
  return {
    async read(req) {
      const id = idOf(req);
      if (id === null) return null;
      const row = await db.formDraft.findUnique({ where: { id } });
      if (!row || row.expiresAt.getTime() < Date.now()) return null;
      return { id, draft: JSON.parse(vault.open(row.dataKey, field(id), row.sealed)) as Draft };
    },
    async save(req, res, draft) {
      // An id is only reused while its row is there, so that a cookie planted by somebody else is worth nothing.
      const known = idOf(req);
      const row = known === null ? null : await db.formDraft.findUnique({ where: { id: known } });
      const id = row?.id ?? randomUUID();
      const dataKey = row?.dataKey ?? vault.newDataKey();
      const sealed = vault.seal(dataKey, field(id), JSON.stringify(draft));
      const expiresAt = new Date(Date.now() + DAY_MS);
      if (row) await db.formDraft.update({ where: { id }, data: { sealed, expiresAt } });
      else await db.formDraft.create({ data: { id, dataKey, sealed, expiresAt } });
      await db.formDraft.deleteMany({ where: { expiresAt: { lt: new Date() } } });
      res.cookie(name, id, { ...cookie, maxAge: DAY_MS });
    },
    async forget(req, res) {
      const id = idOf(req);
      if (id === null) return;
      res.clearCookie(name, cookie);
      await db.formDraft.deleteMany({ where: { id } });
    },
  };
}
