import { asTyped } from '../../kit/fields.js';

/** Names of a date field's three inputs, in US order. */
export const dateParts = (name: string) => [`${name}-month`, `${name}-day`, `${name}-year`] as const;

/** The date typed into three inputs as `yyyy-mm-dd`; null when it doesn't exist, `empty` when nothing was typed. */
export function readDate(values: Record<string, string>, name: string): string | 'empty' | null {
  const typed = dateParts(name).map((part) => values[part]?.trim() ?? '');
  if (typed.every((part) => part === '')) return 'empty';
  const [month = '', day = '', year = ''] = typed;
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** The strings of a form, by the names asked for; whatever else was sent is left out. */
export function textsOf(body: unknown, names: readonly string[]): Record<string, string> {
  const sent = (body ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    names.map((name) => [name, typeof sent[name] === 'string' ? asTyped(sent[name]) : '']),
  );
}
