import type { Instant, IsoDate } from '../../domain/time/instant.js';
import { monthNamed } from '../../domain/time/month-named.js';
import type { Zone } from '../../domain/time/zone.js';

const A_DAY = 24 * 3_600_000;
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\.?`;
const US = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4}),?\s+${CLOCK}$`, 'i');
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})[ T]${CLOCK}$`, 'i');
const WORDS = new RegExp(String.raw`^([a-z]{3,9}\.?)\s+(\d{1,2}),?\s+(\d{4}),?\s+${CLOCK}$`, 'i');

export const REPORT_TIMES = [US, ISO, WORDS];

/** `day-first`: only, or only for this call, a date if the day stands first. `ambiguous-date`: it may be either. */
export type TimeProblem = 'bad-time' | 'day-first' | 'ambiguous-date';

/**
 * A time as the report writes it: `12/02/2026 12:01:33 PM` (month first), `2026-12-02 12:01:33`,
 * `Dec 2, 2026 12:01 PM`, or an instant with its zone. Reports of hosts elsewhere put the day first; with the
 * call's date (`on`) a date that could be both is taken only if it is that day, or one beside it, month first.
 */
export function readReportTime(
  text: string,
  zone: Zone,
  on: IsoDate | null = null,
): { ok: true; at: Instant } | { ok: false; code: TimeProblem } {
  const wrong = orderProblem(text, on);
  if (wrong) return { ok: false, code: wrong };
  const at = read(text, zone);
  return at === null ? { ok: false, code: 'bad-time' } : { ok: true, at };
}

/** What of the two orders of month and day speaks against a date with slashes; null: nothing. */
function orderProblem(text: string, on: IsoDate | null): TimeProblem | null {
  const [, first, second, year] = US.exec(text) ?? [];
  if (!first || !second || !year) return null;
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && b <= 12) return 'day-first';
  if (on === null || a === b || a > 12 || b > 12) return null;
  const near = (month: number, day: number) =>
    Math.abs(Date.UTC(Number(year), month - 1, day) - Date.parse(`${on}T00:00:00Z`)) <= A_DAY;
  if (near(a, b)) return null;
  return near(b, a) ? 'day-first' : 'ambiguous-date';
}

function read(text: string, zone: Zone): Instant | null {
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) || !inReason(text) ? null : new Date(at).toISOString();
  }
  const parts = partsOf(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second = '00', half] = parts;
  const hours = hoursOf(Number(hour), half);
  if (hours === null || month === 0 || !inReason(year)) return null;
  const two = (value: number | string) => String(value).padStart(2, '0');
  try {
    return zone.at(`${year}-${two(month)}-${two(day)}`, `${two(hours)}:${minute}:${second}`);
  } catch {
    return null;
  }
}

type Parts = [string, number, string, string, string, string | undefined, string | undefined];

function partsOf(text: string): Parts | null {
  const us = US.exec(text);
  if (us) return build(us[3], Number(us[1]), us[2], us.slice(4));
  const iso = ISO.exec(text);
  if (iso) return build(iso[1], Number(iso[2]), iso[3], iso.slice(4));
  const words = WORDS.exec(text);
  if (words) return build(words[3], monthNamed(words[1] ?? '') ?? 0, words[2], words.slice(4));
  return null;
}

function build(year = '', month: number, day = '', clock: (string | undefined)[]): Parts {
  return [year, month, day, clock[0] ?? '', clock[1] ?? '', clock[2], clock[3]?.toLowerCase()];
}

function hoursOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** A database doesn't take the year 0000, and nobody was on a call in 9999. */
const inReason = (text: string): boolean => /^(19[7-9]|20|21)/.test(text);
