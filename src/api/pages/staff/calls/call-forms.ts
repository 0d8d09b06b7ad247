import { type CallDecision, callDecisionSchema } from '../../../../domain/calls/call-decision.schema.js';
import { PUBLIC_REASONS } from '../../../../domain/calls/public-reason.js';
import { ok } from '../../../../domain/result.js';
import { urlOf } from '../../../../domain/text/url-of.js';
import { createZone } from '../../../../domain/time/zone.js';
import type { Texts } from '../../../text/texts.js';
import type { PageError, Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { readDate } from '../../kit/date-field.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { CallPageKind } from './allowed-on-call.js';

type FieldText = Texts['staff']['calls']['decisionFields'];
type Asked = Pick<Form, 'fields' | 'initial'>;

/** What each decision asks for. */
const formsOf = (text: FieldText): Record<CallPageKind, Asked> => ({
  confirm: {},
  move: {
    fields: [
      { type: 'date', name: 'date', legend: text.date.legend, hint: text.date.hint },
      { type: 'line', name: 'time', label: text.time.label, hint: text.time.hint, width: 10 },
    ],
  },
  cancel: {
    fields: [
      {
        type: 'words',
        name: 'reason',
        label: text.reason.label,
        hint: text.reason.hint,
        rows: 4,
        missing: text.reason.missing,
      },
      {
        type: 'radios',
        name: 'publicReason',
        legend: text.publicReason.legend,
        hint: text.publicReason.hint,
        choices: PUBLIC_REASONS.map((value) => ({ value, text: text.publicReason.choices[value] })),
      },
    ],
    // Chosen already, so that nothing is told unless staff choose to.
    initial: { publicReason: 'other' },
  },
  recap: {
    fields: [
      {
        type: 'words',
        name: 'body',
        label: text.recap.label,
        hint: text.recap.hint,
        rows: 12,
        missing: text.recap.missing,
      },
    ],
  },
  link: {
    fields: [{ type: 'line', name: 'link', label: text.link.label, hint: text.link.hint, width: 30 }],
  },
});

export const callForm = (texts: Texts, kind: CallPageKind): Asked =>
  formsOf(texts.staff.calls.decisionFields)[kind];

export type ReadCallDecision = CallDecision | { kind: 'join-link'; link: string };

/** What was typed, as a decision; or the errors at its fields. Times are in the program's zone. */
export function readCallDecision(
  texts: Texts,
  kind: CallPageKind,
  typed: Fields,
  zone: string,
): Read<ReadCallDecision> {
  const text = texts.staff.calls.decisionFields;
  switch (kind) {
    case 'confirm':
      return ok({ kind });
    case 'move':
      return readMove(texts, typed, zone);
    case 'cancel': {
      const publicReason = one(typed, 'publicReason') || undefined;
      return parse({ kind, reason: one(typed, 'reason'), publicReason });
    }
    case 'recap':
      return parse({ kind: 'publish-recap', body: one(typed, 'body') });
    case 'link': {
      const link = one(typed, 'link').trim();
      return isLink(link)
        ? ok({ kind: 'join-link', link })
        : wrongFields([{ pointer: '/link', message: text.link.missing }]);
    }
  }
}

function parse(raw: object): Read<CallDecision> {
  const read = callDecisionSchema.safeParse(raw);
  return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
}

function readMove(texts: Texts, typed: Fields, zone: string): Read<CallDecision> {
  const read = readDate(texts, typed, 'date');
  const time = readTime(one(typed, 'time'));
  const errors: PageError[] = read.ok ? [] : [...read.errors];
  if (time === null)
    errors.push({ pointer: '/time', message: texts.staff.calls.decisionFields.time.missing });
  if (!read.ok || time === null) return wrongFields(errors);
  return ok({ kind: 'reschedule', startsAt: createZone(zone).at(read.date, time) });
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
  return text.length <= 1000 && /^https:\/\/[^\s<>"]+$/.test(text) && urlOf(text) !== null;
}
