import { Refusal } from './lib.mjs';

const DAY_MS = 86_400_000;

/**
 * How far tests see the clock ahead of the machine's, in ms. `''`: not at all. `+100d`: so many days.
 * `2027-03-14T01:58-08:00`: as if that were now. `12-31T23:59-08:00`: the same, whenever that comes next.
 */
export function clockAhead(clock, now = Date.now()) {
  if (!clock) return 0;
  const days = /^([+-]\d+)d$/.exec(clock)?.[1];
  if (days) return Number(days) * DAY_MS;
  const year = new Date(now).getUTCFullYear();
  const instants = /^\d{4}-/.test(clock)
    ? [Date.parse(clock)]
    : [year, year + 1].map((y) => Date.parse(`${y}-${clock}`)).filter((instant) => instant > now);
  const [next = Number.NaN] = instants;
  if (Number.isNaN(next)) throw new Refusal(`CLOCK=${clock} is no clock; see scripts/moved-clock.mjs.`);
  return next - now;
}
