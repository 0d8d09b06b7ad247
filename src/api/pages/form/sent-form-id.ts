import type { Request } from 'express';
import { paths } from '../../paths.js';
import type { DraftStore } from './draft-store.js';

/** The form this browser sent without being signed in: it may have its link mailed again, or to another address. */
export async function sentFormId(drafts: DraftStore, req: Request): Promise<string | null> {
  const draft = (await drafts.read(req))?.draft;
  return draft?.sentTo === paths.form.sent ? draft.formToken : null;
}
