/** The records that the chain goes over, by the word that stands in a link. */
export const RECORDS = ['reading', 'security'] as const;
export type RecordName = (typeof RECORDS)[number];

/** Rows younger than that are never gone by rights, whatever an event says of a purge: no program may keep them shorter. */
export const KEPT_AT_LEAST_DAYS = 365;

/** The last link, as it is kept outside the database. */
export interface Head {
  place: string;
  hash: string;
  at: string;
}

/** What is wrong with the chain, at the first place where something is. */
export type Break = {
  place: string;
  /**
   * `changed`: the row is not what it was; `missing`: it is gone before its time; `moved`: its place is another's;
   * `link`: the link doesn't follow from the one before; `gap`: a link is gone; `cut`: the end is gone, which a head
   * kept elsewhere shows; `unlinked`: a row says it has a place, and there is no link.
   */
  what: 'changed' | 'missing' | 'moved' | 'link' | 'gap' | 'cut' | 'unlinked';
  record: RecordName | null;
};

/** One text for one row, whatever order its parts come in. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'bigint' ? `"${value}"` : (JSON.stringify(value) ?? 'null');
  }
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`;
}
