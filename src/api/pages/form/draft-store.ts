import type { Request, Response } from 'express';
import { validate as isUuid } from 'uuid';
import {
  DRAFT_MS,
  forgetFormDraft,
  moveFormDraft,
  readFormDraft,
  saveFormDraft,
} from '../../../usecases/forms/form-drafts.js';
import type { AppServices, AppSettings } from '../../app-deps.js';
import { cookieName, cookieOf } from '../../http/cookies.js';
import type { Texts } from '../../text/texts.js';
import { asSavedNow, type Draft } from './draft.js';

/** Keeps the form on its way: sealed in the database under a random id that only this browser's cookie knows. */
export interface DraftStore {
  /** Of the form on its way in this browser, if there is one. */
  idOf(req: Request): string | null;
  read(req: Request): Promise<{ id: string; draft: Draft } | null>;
  /** Saves under the browser's id, or a new one. Each save keeps it for another day (wall time). */
  save(req: Request, res: Response, draft: Draft): Promise<void>;
  /** Takes over one that was begun elsewhere, in place of one that was begun here; false: it is gone. */
  take(req: Request, res: Response, id: string): Promise<boolean>;
  /** Erases it; nothing happens when there is none. */
  forget(req: Request, res: Response): Promise<void>;
}

const WITHOUT_ANSWERS: string[] = ['v', 'formToken', 'begunAt'] satisfies (keyof Draft)[];

/** A form that somebody has begun here and not sent; null also where it can't be read just now. */
export async function begunDraft(drafts: DraftStore, req: Request): Promise<Draft | null> {
  const draft = (await drafts.read(req).catch(() => null))?.draft;
  const isBegun = draft && Object.keys(draft).some((name) => !WITHOUT_ANSWERS.includes(name));
  return isBegun && draft.sentTo === undefined ? draft : null;
}

/** When it was begun, as people read it. */
export function begunOn({ begunAt }: Draft, { dates }: Texts, zone: string): string | null {
  return begunAt === undefined ? null : dates.dateTime(begunAt, zone);
}

export function createDraftStore(services: AppServices, config: AppSettings): DraftStore {
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
    idOf,
    async read(req) {
      const id = idOf(req);
      const draft = id === null ? null : await readFormDraft(services, id);
      return id !== null && draft ? { id, draft: asSavedNow(draft as Draft) } : null;
    },
    async save(req, res, draft) {
      const begun = { begunAt: services.clock.now().toISOString(), ...draft };
      const id = await saveFormDraft(services, idOf(req), begun, begun.details?.email ?? null);
      res.cookie(name, id, { ...cookie, maxAge: DRAFT_MS });
    },
    async take(req, res, from) {
      const here = idOf(req);
      const id = await moveFormDraft(services, from);
      if (id === null) return false;
      if (here !== null) await forgetFormDraft(services, here);
      res.cookie(name, id, { ...cookie, maxAge: DRAFT_MS });
      return true;
    },
    async forget(req, res) {
      const id = idOf(req);
      if (id === null) return;
      res.clearCookie(name, cookie);
      await forgetFormDraft(services, id);
    },
  };
}
