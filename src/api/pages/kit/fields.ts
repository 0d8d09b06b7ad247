/** A form's body as text: what was typed, under the names of the inputs. */
export type Fields = Partial<Record<string, string | string[]>>;

/** Takes only text out of a parsed body; anything else was not typed into a form. */
export function fieldsOf(body: unknown): Fields {
  const fields: Fields = {};
  if (body === null || typeof body !== 'object') return fields;
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') fields[name] = asTyped(value);
    else if (Array.isArray(value))
      fields[name] = value.filter((v): v is string => typeof v === 'string').map(asTyped);
  }
  return fields;
}

/** One text; of several with the same name the first. */
export function one(fields: Fields, name: string): string {
  const value = fields[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

export function many(fields: Fields, name: string): string[] {
  const value = fields[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** The version of what a page showed, sent along unseen as `seen`; undefined: none, or none that it can have shown. */
export function versionSeen(fields: Fields): number | undefined {
  const seen = Number(one(fields, 'seen'));
  return Number.isInteger(seen) && seen > 0 ? seen : undefined;
}

/**
 * Browsers send line ends as CRLF, which would count twice against the limit. What surrounds the words is none of
 * them: a tab that came along from a spreadsheet's cell is nobody's mistake.
 */
export const asTyped = (text: string): string => text.replaceAll('\r\n', '\n').trim();
