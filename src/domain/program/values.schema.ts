import { z } from 'zod';
import { EMAIL_ADDRESS } from '../mail/address.js';
import { whyNoLine, whyNoText } from '../text/typed.js';
import { isZone } from '../time/is-zone.js';

/** Small values used throughout the program file. Messages say what to write, for someone who edits YAML. */

export const idSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be an id: lower-case letters, digits and single hyphens, like t-visa-rfe',
  );

export const textSchema = z
  .string()
  .refine((text) => text.trim() !== '', 'must not be empty: write the words people will read')
  .refine(
    (text) => [null, 'empty'].includes(whyNoText(text)),
    'must be words that can be shown, without control characters',
  );

/** Names that stand in a line: the head of a mail, a heading. */
export const nameSchema = textSchema.refine(
  (text) => whyNoText(text) !== null || [null, 'empty'].includes(whyNoLine(text.trim())),
  'must stand in one line, without line breaks or direction marks',
);

/** Wall time in the program's zone, `HH:mm`. */
export const wallTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day as HH:mm on the 24-hour clock, like 09:00');

/** Calendar date in the program's zone, `yyyy-mm-dd`, and one that exists. */
export const isoDateSchema = z
  .string()
  .refine(isCalendarDate, 'must be a date that exists, as yyyy-mm-dd')
  .refine((text) => text >= '1900-01-01' && text <= '2199-12-31', 'must be of a year from 1900 to 2199');

export const zoneSchema = z
  .string()
  .refine(isZone, 'must be a time zone of the IANA list, like America/Los_Angeles');

export const phoneSchema = z
  .string()
  .regex(/^(1-)?\d{3}-\d{3}-\d{4}$/, 'must be a phone number like 888-539-2373 or 1-888-539-2373');

export const emailSchema = z.email({ pattern: EMAIL_ADDRESS, error: 'must be an e-mail address' });

export const urlSchema = z.url({
  protocol: /^https$/,
  hostname: z.regexes.domain,
  error: 'must be a full web address that begins with https://',
});

/** How many of something; `unit` names it in the message. */
export const countSchema = (unit: string, min: number, max: number) => {
  const message = `must be a whole number of ${unit} from ${min} to ${max}`;
  return z.number().int(message).min(min, message).max(max, message);
};

const DAY_LIST = 'must list at least one number of days, like [3, 7, 14]';

/** Days after an event at which something is sent: 3, 7, 14. */
export const ascendingDaysSchema = z
  .array(countSchema('days', 1, 365))
  .min(1, DAY_LIST)
  .superRefine((days, ctx) => {
    eachStep(days, (previous, day, index) => {
      if (day <= previous) ctx.addIssue({ code: 'custom', path: [index], message: mustGrow(previous) });
    });
  });

/** Business days before a date at which something is sent: 10, 5, 3, 1. */
export const descendingDaysSchema = z
  .array(countSchema('business days', 1, 60))
  .min(1, DAY_LIST)
  .superRefine((days, ctx) => {
    eachStep(days, (previous, day, index) => {
      if (day >= previous) ctx.addIssue({ code: 'custom', path: [index], message: mustShrink(previous) });
    });
  });

const mustGrow = (previous: number) =>
  `must be later than the ${previous} before it: write reminder days from the first to the last`;
const mustShrink = (previous: number) =>
  `must be smaller than the ${previous} before it: write these from the earliest warning to the last`;

function eachStep(days: number[], check: (previous: number, day: number, index: number) => void): void {
  days.forEach((day, index) => {
    const previous = days[index - 1];
    if (previous !== undefined) check(previous, day, index);
  });
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
