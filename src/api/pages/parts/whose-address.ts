import type { Request, Response } from 'express';
import { maskAddress } from '../../../domain/people/mask-address.js';
import { emailSchema } from '../../../domain/requests/submission.schema.js';
import { NO_ERRORS, pageErrors } from '../../views/page-errors.js';
import { signedInAs } from './signed-in-as.js';

export interface WhoseWords {
  title: string;
  lead: (address: string) => string;
  /** Where somebody else may be signed in. */
  other?: (address: string) => string;
  label: string;
  go: string;
}

/** Asks in a browser that has not named it to which address a link was mailed; tells no more of it than who knows it needs. */
export function askWhose(
  req: Request,
  res: Response,
  {
    text,
    email,
    typed,
    wrong,
    status = 422,
    section,
  }: {
    text: WhoseWords;
    email: string;
    typed?: string;
    /** Why it is asked again; left out: asked for the first time. */
    wrong?: string;
    status?: number;
    section?: string;
  },
): void {
  const other = signedInAs(req.actor);
  res.status(wrong === undefined ? 200 : status).render('pages/parts/whose-address.njk', {
    section,
    title: text.title,
    text,
    lead: text.lead(maskAddress(email)),
    other: other === null ? null : text.other?.(other),
    typed: typed ?? '',
    errors: wrong === undefined ? NO_ERRORS : pageErrors(req.texts, [{ pointer: '/email', message: wrong }]),
  });
}

/** An address as typed, in lower case. Null: it is none, which costs no try. */
export function typedAddress(typed: string): string | null {
  return emailSchema.safeParse(typed).data ?? null;
}
