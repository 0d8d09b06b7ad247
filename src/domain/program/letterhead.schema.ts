import { z } from 'zod';
import { nameSchema, phoneSchema, urlSchema } from './values.schema.js';

/** What stands above a letter beside the program's name and address of mail. */
export const letterheadSchema = z.strictObject({
  /** Stands where a logo would, in words; left out: the organization's name alone. */
  logoText: nameSchema.optional(),
  /** Line by line, as on an envelope. */
  address: z.array(nameSchema).max(6, 'must have at most 6 lines').default([]),
  phone: phoneSchema.optional(),
  url: urlSchema.optional(),
});

interface Organization {
  name: string;
  email: string;
  letterhead: z.infer<typeof letterheadSchema>;
}

/** The lines above a letter: the name, which stands out, and what is below it. Pure. */
export function headOf({ name, email, letterhead }: Organization): { name: string; lines: string[] } {
  const { logoText, address, phone, url } = letterhead;
  const reached = [phone, email, url?.replace(/^https:\/\//, '').replace(/\/$/, '')].filter(Boolean);
  return {
    name: logoText ?? name,
    lines: [...(logoText ? [name] : []), ...address, reached.join(' · ')],
  };
}
