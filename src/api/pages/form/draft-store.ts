import type { Request, Response } from 'express';
import { validate as isUuid } from 'uuid';
import { actorRef } from '../../../domain/people/actor.js';
import {
  DRAFT_MS,
  forgetFormDraft,
  isOwnDraft,
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
  /** Of the form on its way in this browser, if there is one, whosever it is. */
  idOf(req: Request): string | null;
  read(req: Request): Promise<{ id: string; draft: Draft } | null>;
  /** Somebody signed in has begun it, who isn't now, or isn't the same. */
  isAnothers(req: Request): Promise<boolean>;
  /** Saves under the browser's id, or a new one. Each save keeps it for another day (wall time). */
  save(req: Request, res: Response, draft: Draft): Promise<void>;
  /** Takes over one that was begun elsewhere, in place of one that was begun here; false: it is gone. */
  take(req: Request, res: Response, id: string): Promise<boolean>;
  /** Erases it, whosever it is; nothing happens when there is none. */
  forget(req: Request, res: Response): Promise<void>;
}

const WITHOUT_ANSWERS: string[] = ['v', 'formToken', 'begunAt', 'of'] satisfies (keyof Draft)[];

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
  const lying = async (req: Request) => {
    const id = idOf(req);
    const kept = id === null ? null : await readFormDraft(services, id);
    if (id === null || !kept) return null;
    const draft = asSavedNow(kept as Draft);
    return { id, draft, isOwn: await isOwnDraft(services, draft.of, req.actor) };
  };
  const own = async (req: Request) => {
    const found = await lying(req);
    return found?.isOwn ? { id: found.id, draft: found.draft } : null;
  };
  const saved = (id: string | null, draft: Draft) =>
    saveFormDraft(services, id, draft, draft.details?.email ?? null);
  return {
    idOf,
    read: own,
    isAnothers: async (req) => (await lying(req))?.isOwn === false,
    async save(req, res, draft) {
      const begun = { begunAt: services.clock.now().toISOString(), ...draft, ...owner(req, draft) };
      const id = await saved((await own(req))?.id ?? null, begun);
      res.cookie(name, id, { ...cookie, maxAge: DRAFT_MS });
    },
    async take(req, res, from) {
      const here = (await own(req))?.id;
      const id = await moveFormDraft(services, from);
      if (id === null) return false;
      // Whoever reads mail at its address has it from now on, signed in or not.
      const taken = await readFormDraft(services, id);
      if (taken && 'of' in taken) {
        const { of: _, ...draft } = taken as Draft;
        await saved(id, { ...draft, ...owner(req, {}) });
      }
      if (here !== undefined && here !== from) await forgetFormDraft(services, here);
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

/** Who it is kept for: whoever is signed in, else as before. */
const owner = ({ actor }: Request, { of }: Pick<Draft, 'of'>): Pick<Draft, 'of'> => {
  const now = actor.kind === 'public' ? of : actorRef(actor);
  return now === undefined ? {} : { of: now };
};
