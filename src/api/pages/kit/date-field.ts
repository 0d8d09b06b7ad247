import type { IsoDate } from '../../../domain/time/instant.js';
import { monthNamed } from '../../../domain/time/month-named.js';
import type { Texts } from '../../text/texts.js';
import type { PageError } from '../../views/page-errors.js';
import { type Fields, one } from './fields.js';

export const DATE_PARTS = ['month', 'day', 'year'] as const;
type Part = (typeof DATE_PARTS)[number];

/** Names of a date's three inputs, in US order. */
export const datePartsOf = (name: string): string[] => DATE_PARTS.map((part) => `${name}-${part}`);

/** Nothing stands in any of the three. */
export const noDateTyped = (fields: Fields, name: string): boolean =>
  datePartsOf(name).every((part) => one(fields, part).trim() === '');

/**
 * Reads `<name>-month`, `-day`, `-year`, as people in the US write dates; a month may be named. `what` begins the
 * message: "The date of the hearing". Pointers name the part that is wrong.
 */
export function readDate(
  { kit: { date: text } }: Texts,
  fields: Fields,
  name: string,
  what: string = text.what,
): { ok: true; date: IsoDate } | { ok: false; errors: PageError[] } {
  const typed = (part: Part) => one(fields, `${name}-${part}`).trim();
  const missing = DATE_PARTS.filter((part) => typed(part) === '');
  const wrong = (part: Part, message: string) => ({
    ok: false as const,
    errors: [{ pointer: `/${name}-${part}`, message }],
  });
  if (missing.length === DATE_PARTS.length) return wrong('month', text.missing(what));
  if (missing[0]) return wrong(missing[0], text.missingParts(what, missing));
  const month = monthOf(typed('month'));
  const [day, year] = [Number(typed('day')), Number(typed('year'))];
  if (month === null) return wrong('month', text.month(what));
  if (!/^\d{1,2}$/.test(typed('day'))) return wrong('day', text.day(what));
  // Of the years 0 to 99 a Date makes those of the last century.
  if (!/^[1-9]\d{3}$/.test(typed('year'))) return wrong('year', text.year);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return wrong('day', text.noSuchDay(what));
  }
  return { ok: true, date: date.toISOString().slice(0, 10) };
}

/** A date as its three inputs show it. */
export function dateFields(name: string, date: IsoDate): Fields {
  const [year = '', month = '', day = ''] = date.split('-');
  return {
    [`${name}-month`]: String(Number(month)),
    [`${name}-day`]: String(Number(day)),
    [`${name}-year`]: year,
  };
}

/** `12 2 2026`, as it is typed into the three boxes. */
export function typedDate(date: IsoDate): string {
  return Object.values(dateFields('', date)).join(' ');
}

/** A number, or a month's name. */
function monthOf(typed: string): number | null {
  if (/^\d{1,2}$/.test(typed)) return Number(typed) >= 1 && Number(typed) <= 12 ? Number(typed) : null;
  return monthNamed(typed);
}
