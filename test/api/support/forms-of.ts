export interface Form {
  method: 'GET' | 'POST';
  action: string;
  /** Names of its inputs with what stands in them. */
  fields: Record<string, string>;
  /** Names of those that people type words into. */
  typed: string[];
}

/** The forms of a page, as a browser would send them unchanged. */
export function formsOf(html: string, path: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => ({
    method: /\bmethod="post"/i.test(head) ? 'POST' : 'GET',
    action: attribute(head, 'action') ?? path,
    fields: fieldsOf(body),
    typed: [...body.matchAll(/<textarea\b[^>]*>|<input\b[^>]*\btype="(?:text|email|url)"[^>]*>/g)].flatMap(
      ([tag]) => attribute(tag, 'name') ?? [],
    ),
  }));
}

function fieldsOf(body: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, tag, head = ''] of body.matchAll(/<(input|select|textarea|button)\b([^>]*)>/g)) {
    const name = attribute(head, 'name');
    if (name === undefined) continue;
    const choice = tag === 'input' && /type="(?:radio|checkbox)"/.test(head);
    if (choice && name in fields && !/\bchecked\b/.test(head)) continue;
    fields[name] = attribute(head, 'value') ?? '';
  }
  return fields;
}

function attribute(head: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1];
  return value
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
