import type { Attended, KnownAttendance } from '../../../../usecases/calls/read-attendance.js';
import type { Texts } from '../../../text/texts.js';
import type { Field, Form } from '../../kit/form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { allowedOnCall } from './allowed-on-call.js';
import { othersOf, seenOf } from './attendance-by-hand.js';
import type { StaffCall } from './load-call.js';

/** What the page of a call's attendance is about. */
export interface AttendanceOfCall extends KnownAttendance {
  call: StaffCall;
  uploads: boolean;
}

type Asker = KnownAttendance['askers'][number];

/** Whoever asked is checked or not, everybody else is a line. */
export function handForm(texts: Texts, { call, askers, people, uploads }: AttendanceOfCall): Form {
  const text = texts.staff.calls.aboutCall.attendance;
  const isKnown = ({ personId }: Asker) => people.some((row) => row.personId === personId);
  const choices = askers.map(({ email, name, selected }) => ({
    value: email,
    text: `${name}, ${email}${selected ? ` (${text.selected})` : ''}`,
  }));
  const there: Field = {
    type: 'checkboxes',
    name: 'there',
    legend: text.known.legend,
    hint: text.known.hint,
    choices,
  };
  return {
    action: paths.aboutCall('attendance', call.row.id),
    hidden: { seen: seenOf(people) },
    fields: [
      ...(askers.length > 0 ? [there] : []),
      {
        type: 'words',
        name: 'others',
        label: text.others.label,
        hint: text.others.hint,
        rows: 5,
        spellcheck: false,
      },
    ],
    initial: {
      there: askers.filter(isKnown).map(({ email }) => email),
      others: othersOf(text, people, askers),
    },
    buttons: [{ text: text.handButton, ...(uploads ? { style: 'secondary' } : {}) }],
  };
}

/** The report, and one for each name that may be several people's. */
export function otherForms(
  texts: Texts,
  { call, people, candidates, uploads }: AttendanceOfCall,
): Record<string, Form | Form[]> {
  if (!allowedOnCall(call).attendance) return {};
  const text = texts.staff.calls.aboutCall.attendance;
  const upload: Form = {
    action: paths.aboutCall('attendance', call.row.id),
    upload: true,
    fields: [
      { type: 'file', name: 'file', label: text.file.label, hint: text.file.hint, accept: '.csv,text/csv' },
    ],
    buttons: [{ text: text.upload }],
  };
  const who = (row: Attended): Form => {
    const legend = text.who(row.name || row.email || '');
    const choices = (candidates.get(row.id) ?? []).map(({ personId, name, emails }) => ({
      value: personId,
      text: `${name}, ${emails.join(', ')}`,
    }));
    const nobody = { value: 'nobody', text: text.somebodyElse };
    return {
      action: paths.aboutCall('attendance/:attendee', call.row.id, row.id),
      fields: [{ type: 'radios', name: `who-${row.id}`, legend, choices: [...choices, nobody] }],
      buttons: [{ text: text.decide, hiddenText: `: ${legend}`, style: 'secondary' }],
    };
  };
  const unclear = people.filter(({ ambiguous }) => ambiguous).map(who);
  return { ...(uploads ? { upload } : {}), unclear };
}
