/** Zones in which our callers live, Arizona and the territories included. Values are IANA names. */
const ZONES = [
  ['America/Los_Angeles', 'Pacific'],
  ['America/Phoenix', 'Arizona'],
  ['America/Denver', 'Mountain'],
  ['America/Chicago', 'Central'],
  ['America/New_York', 'Eastern (New York)'],
  ['America/Puerto_Rico', 'Puerto Rico'],
  ['America/St_Thomas', 'Virgin Islands'],
  ['America/Anchorage', 'Alaska'],
  ['Pacific/Honolulu', 'Hawaii'],
  ['Pacific/Guam', 'Guam'],
  ['Pacific/Saipan', 'Saipan'],
  ['Pacific/Pago_Pago', 'American Samoa'],
] as const;

/** The zone named in the page's address; null for none, and for anything that is not on our list. */
export function zoneOf(query: unknown): string | null {
  const zone = (query as { zone?: unknown } | undefined)?.zone;
  return ZONES.some(([name]) => name === zone) ? (zone as string) : null;
}

/** An address that remembers the chosen zone. */
export function withZone(path: string, zone: string | null): string {
  return zone === null ? path : `${path}?zone=${encodeURIComponent(zone)}`;
}

/** For a select; `none` is the first one, for people who need no third time. */
export function zoneItems(
  chosen: string | null,
  none: string,
): { value: string; text: string; selected: boolean }[] {
  return [
    { value: '', text: none, selected: chosen === null },
    ...ZONES.map(([value, text]) => ({ value, text, selected: value === chosen })),
  ];
}
