import { type CallDecision, callDecisionSchema } from '../../../../domain/calls/call-decision.schema.js';
import { PUBLIC_REASONS } from '../../../../domain/calls/public-reason.js';
import { createZone } from '../../../../domain/time/zone.js';
import { type CallPageKind, callFieldText as text } from '../../../text/staff-calls/decide-call.js';
import type { PageError } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import type { Field, Values } from '../decide/decision-form.js';
import { dateParts, readDate, textsOf } from '../parts/date-parts.js';

const FIELDS: Record<CallPageKind, Field[]> = {
  confirm: [],
  move: [
    { type: 'date', name: 'date', legend: text.date.legend, hint: text.date.hint },
    { type: 'input', name: 'time', label: text.time.label, hint: text.time.hint, width: 10 },
  ],
  cancel: [
    { type: 'textarea', name: 'reason', label: text.reason.label, hint: text.reason.hint, rows: 4 },
    {
      type: 'radios',
      name: 'publicReason',
      legend: text.publicReason.legend,
      hint: text.publicReason.hint,
      choices: PUBLIC_REASONS.map((value) => ({ value, text: text.publicReason.choices[value] })),
    },
  ],
  recap: [{ type: 'textarea', name: 'body', label: text.recap.label, hint: text.recap.hint, rows: 12 }],
  link: [{ type: 'input', name: 'link', label: text.link.label, hint: text.link.hint, width: 30 }],
};

export function callFields(kind: CallPageKind): Field[] {
  return FIELDS[kind];
}

export function valuesOfCall(kind: CallPageKind, body: unknown): Values {
  const names = FIELDS[kind].flatMap((field) =>
    field.type === 'date' ? dateParts(field.name) : [field.name],
  );
  return textsOf(body, [...names, 'checked']);
}

export type ReadCallDecision = CallDecision | { kind: 'join-link'; link: string };

/** What was typed, as a decision; or the errors at its fields. Times are in the program's zone. */
export function readCallDecision(
  kind: CallPageKind,
  values: Values,
  zone: string,
): { ok: true; decision: ReadCallDecision } | { ok: false; errors: PageError[] } {
  switch (kind) {
    case 'confirm':
      return { ok: true, decision: { kind } };
    case 'move':
      return readMove(values, zone);
    case 'cancel':
      return parse(
        { kind, reason: values.reason, publicReason: values.publicReason || undefined },
        values.reason,
        { pointer: '/reason', message: text.reason.missing },
      );
    case 'recap':
      return parse({ kind: 'publish-recap', body: values.body }, values.body, {
        pointer: '/body',
        message: text.recap.missing,
      });
    case 'link': {
      const link = values.link?.trim() ?? '';
      return isLink(link)
        ? { ok: true, decision: { kind: 'join-link', link } }
        : { ok: false, errors: [{ pointer: '/link', message: text.link.missing }] };
    }
  }
}

function parse(raw: object, typed: string | undefined, missing: PageError) {
  if (!typed?.trim()) return { ok: false as const, errors: [missing] };
  const read = callDecisionSchema.safeParse(raw);
  return read.success
    ? { ok: true as const, decision: read.data }
    : { ok: false as const, errors: zodFieldErrors(read.error) };
}

function readMove(values: Values, zone: string) {
  const date = readDate(values, 'date');
  const time = readTime(values.time ?? '');
  const errors: PageError[] = [];
  if (date === 'empty') errors.push({ pointer: '/date-month', message: text.date.missing });
  if (date === null) errors.push({ pointer: '/date-month', message: text.date.invalid });
  if (time === null) errors.push({ pointer: '/time', message: text.time.missing });
  if (errors.length > 0 || date === null || time === null) return { ok: false as const, errors };
  return {
    ok: true as const,
    decision: { kind: 'reschedule' as const, startsAt: createZone(zone).at(date, time) },
  };
}

/** `12:00 PM`, `9 am`, `13:30` as `HH:MM`; null: none of these. */
export function readTime(typed: string): string | null {
  const [, h = '', m = '00', half] =
    /^(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?(?:m\.?)?$/i.exec(typed.trim()) ?? [];
  const hour = Number(h);
  const minute = Number(m);
  if (h === '' || minute > 59) return null;
  if (half) {
    if (hour < 1 || hour > 12) return null;
    return clock((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0), minute);
  }
  // Without AM or PM only the 24-hour form with minutes is clear.
  return hour < 24 && typed.includes(':') ? clock(hour, minute) : null;
}

const clock = (hour: number, minute: number) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

function isLink(text: string): boolean {
  return text.length <= 1000 && /^https:\/\/[^\s<>"]+$/.test(text) && URL.canParse(text);
}
