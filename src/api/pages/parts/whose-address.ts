import type { Request } from 'express';
import { maskAddress } from '../../../domain/people/mask-address.js';
import { emailSchema } from '../../../domain/requests/submission.schema.js';
import type { Form } from '../kit/form.js';
import { signedInAs } from './signed-in-as.js';

export interface WhoseWords {
  title: string;
  lead: (address: string) => string;
  /** Where somebody else may be signed in. */
  other?: (address: string) => string;
  label: string;
  go: string;
}

/** Asks in a browser that has not named it to which address a link was mailed. */
export const whoseForm = (text: WhoseWords): Form => ({
  fields: [
    {
      type: 'line',
      name: 'email',
      label: text.label,
      size: 'regular',
      email: true,
      autocomplete: 'email',
      spellcheck: false,
    },
  ],
  buttons: [{ text: text.go }],
});

/** Tells no more of the address than who knows it needs. */
export function whoseView(text: WhoseWords, email: string, { actor }: Request) {
  const other = signedInAs(actor);
  return {
    title: text.title,
    lead: [text.lead(maskAddress(email))],
    insetAfter: other === null ? null : text.other?.(other),
  };
}

/** An address as typed, in lower case. Null: it is none, which costs no try. */
export function typedAddress(typed: string): string | null {
  return emailSchema.safeParse(typed).data ?? null;
}
