import type { Texts } from '../../text/texts.js';

type Zone = keyof Texts['calls']['zones'];

/** In the order in which they are offered. */
const ZONES: readonly Zone[] = [
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Puerto_Rico',
  'America/St_Thomas',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Pacific/Guam',
  'Pacific/Saipan',
  'Pacific/Pago_Pago',
];

/** The zone named in the page's address; null for none, and for anything that is not on our list. */
export function zoneOf(query: unknown): string | null {
  const zone = (query as { zone?: unknown } | undefined)?.zone;
  return ZONES.find((name) => name === zone) ?? null;
}

/** An address that remembers the chosen zone. */
export function withZone(path: string, zone: string | null): string {
  return zone === null ? path : `${path}?zone=${encodeURIComponent(zone)}`;
}

/** For a select; the first one is for people who need no third time. */
export function zoneItems(
  { calls }: Texts,
  chosen: string | null,
): { value: string; text: string; selected: boolean }[] {
  return [
    { value: '', text: calls.calls.zone.none, selected: chosen === null },
    ...ZONES.map((value) => ({ value, text: calls.zones[value], selected: value === chosen })),
  ];
}
