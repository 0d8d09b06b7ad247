import type { FieldError } from '../../../domain/result.js';
import type { IsoDate } from '../../../domain/time/instant.js';
import { monthNamed } from '../../../domain/time/month-named.js';
import { type Fields, one } from './fields.js';

type Part = 'month' | 'day' | 'year';
const PARTS: readonly Part[] = ['month', 'day', 'year'];

/**
 * Reads `<prefix>-month`, `-day`, `-year`, as people in the US write dates. `what` begins the message:
 * "The date of the hearing". Pointers name the part that is wrong.
 */
export function readDateInput(
  fields: Fields,
  prefix: string,
  what: string,
): { ok: true; date: IsoDate } | { ok: false; errors: FieldError[] } {
  const typed = (part: Part) => one(fields, `${prefix}-${part}`).trim();
  const missing = PARTS.filter((part) => typed(part) === '');
  const wrong = (part: Part, message: string) => ({
    ok: false as const,
    errors: [{ pointer: `/${prefix}-${part}`, message }],
  });
  if (missing.length === PARTS.length) return wrong('month', `Enter ${lowerFirst(what)}.`);
  if (missing[0]) return wrong(missing[0], `${what} must include a ${missing.join(' and a ')}.`);
  const month = monthOf(typed('month'));
  const [day, year] = [Number(typed('day')), Number(typed('year'))];
  if (month === null) return wrong('month', `${what} must be a real date: check the month.`);
  if (!/^\d{1,2}$/.test(typed('day'))) return wrong('day', `${what} must be a real date: check the day.`);
  // Of the years 0 to 99 a Date makes those of the last century.
  if (!/^[1-9]\d{3}$/.test(typed('year'))) return wrong('year', 'Enter a four-digit year, like 2027.');
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return wrong('day', `${what} must be a real date: that month doesn’t have this day.`);
  }
  return { ok: true, date: date.toISOString().slice(0, 10) };
}

export function dateFields(prefix: string, date: IsoDate): Fields {
  const [year = '', month = '', day = ''] = date.split('-');
  return {
    [`${prefix}-month`]: String(Number(month)),
    [`${prefix}-day`]: String(Number(day)),
    [`${prefix}-year`]: year,
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

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
