import type { Request } from 'express';
import type { AttendanceInput } from '../../../../domain/calls/call-decision.schema.js';
import { ok } from '../../../../domain/result.js';
import { identifyAttendee } from '../../../../usecases/calls/identify-attendee.js';
import {
  type Attended,
  type KnownAttendance,
  readAttendance,
} from '../../../../usecases/calls/read-attendance.js';
import { recordAttendance } from '../../../../usecases/calls/record-attendance.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { type Fields, many, one } from '../../kit/fields.js';
import type { Field, Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { allowedOnCall } from './allowed-on-call.js';
import {
  type AttendanceText,
  othersOf,
  readByHand,
  readReportFile,
  seenOf,
  typedOnto,
} from './attendance-form.js';
import { loadCall, type StaffCall } from './load-call.js';

interface Page extends KnownAttendance {
  call: StaffCall;
  uploads: boolean;
}

type Asker = KnownAttendance['askers'][number];

/** `/staff/calls/:id/attendance`: Zoom's report or by hand, as a whole; then the names that need a person. */
export const attendancePage = (services: AppServices) =>
  staffForm(services, {
    name: 'attendance',
    load: (req) => load(services, req),
    form: (page, _standing, texts) => (allowedOnCall(page.call).attendance ? handForm(texts, page) : null),
    others: (page, _standing, texts) => otherForms(texts, page),
    view: (page, _standing, req) => viewOf(page, req),
    read(fields, page, req): Read<Entered> {
      const text = req.texts.staff.calls.attendance;
      const upload = req.is('multipart/form-data');
      if (!upload && isOutdated(fields, page))
        return wrongFields([{ pointer: '', message: text.changed }], 'not-allowed-now');
      const read = upload ? readUpload(services, req, page.call) : readHand(text, fields, page);
      // Without boxes to check, it is said at the lines.
      const at = (pointer: string) =>
        page.askers.length === 0 && pointer === '/there' ? '/others' : pointer;
      if (!read.ok)
        return wrongFields(read.errors.map((error) => ({ ...error, pointer: at(error.pointer) })));
      return ok({ source: upload ? 'zoom-csv' : 'hand', keep: [], ...read });
    },
    content: ({ source, rows, keep }) => ({ source, rows, ...(keep.length > 0 ? { keep } : {}) }),
    act({ source, rows, keep }, { req, page, commandId }) {
      const stays = source === 'hand' ? { keep, outOf: page.people.map(({ id }) => id) } : undefined;
      return recordAttendance(services, req.actor, page.call.row.id, { rows, source, stays }, { commandId });
    },
    refused: ({ errors: _at, ...problem }) => problem,
    // A file may be wrong in many lines.
    eachSaid: true,
    retyped(_problem, fields, page, texts) {
      if (!isOutdated(fields, page)) return fields;
      const typed = { checked: many(fields, 'there'), others: one(fields, 'others') };
      return { ...fields, ...typedOnto(texts.staff.calls.attendance, page.people, page.askers, typed) };
    },
    done: (_value, { page }) => `${paths.callAttendance(page.call.row.id)}?done=saved`,
  });

/** POST: who an unclear name was. */
export const tellApartPage = (services: AppServices) =>
  staffForm(services, {
    name: 'attendee',
    load: (req) => load(services, req),
    form: (page, _standing, texts) => (allowedOnCall(page.call).attendance ? handForm(texts, page) : null),
    others: (page, _standing, texts) => otherForms(texts, page),
    view: (page, _standing, req) => viewOf(page, req),
    read(fields, _page, req) {
      const attendeeId = uuidParam(req.params.attendee);
      const who = one(fields, `who-${attendeeId}`);
      const { whoMissing } = req.texts.staff.calls.attendance;
      if (who === '') return wrongFields([{ pointer: `/who-${attendeeId}`, message: whoMissing }]);
      return ok({ attendeeId, who });
    },
    act({ attendeeId, who }, { req, page, commandId }) {
      const ids = { callId: page.call.row.id, attendeeId };
      return identifyAttendee(services, req.actor, ids, who === 'nobody' ? null : who, { commandId });
    },
    done: (_value, { page }) => `${paths.callAttendance(page.call.row.id)}?done=decided`,
  });

/** What the form was made from is no longer so: said, with what was typed put onto what is known now. */
function isOutdated(fields: Fields, { people }: Page): boolean {
  const seen = one(fields, 'seen');
  return seen !== '' && seen !== seenOf(people);
}

interface Entered {
  source: 'zoom-csv' | 'hand';
  rows: AttendanceInput;
  /** Rows that stay as they stand. */
  keep: string[];
}

async function load(services: AppServices, req: Request): Promise<Page> {
  const call = await loadCall(services, req);
  return { call, uploads: services.meetings !== undefined, ...unwrap(await readAttendance(services, call)) };
}

/** Whoever asked is checked or not, everybody else is a line. */
function handForm(texts: Texts, { call, askers, people, uploads }: Page): Form {
  const text = texts.staff.calls.attendance;
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
    action: paths.callAttendance(call.row.id),
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
function otherForms(
  texts: Texts,
  { call, people, candidates, uploads }: Page,
): Record<string, Form | Form[]> {
  if (!allowedOnCall(call).attendance) return {};
  const text = texts.staff.calls.attendance;
  const upload: Form = {
    action: paths.callAttendance(call.row.id),
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
      action: paths.callAttendee(call.row.id, row.id),
      fields: [{ type: 'radios', name: `who-${row.id}`, legend, choices: [...choices, nobody] }],
      buttons: [{ text: text.decide, hiddenText: `: ${legend}`, style: 'secondary' }],
    };
  };
  const unclear = people.filter(({ ambiguous }) => ambiguous).map(who);
  return { ...(uploads ? { upload } : {}), unclear };
}

function readUpload(services: AppServices, req: Request, call: StaffCall): ReturnType<typeof readReportFile> {
  const text = req.texts.staff.calls.attendance;
  const wrong = (message: string) => ({ ok: false as const, errors: [{ pointer: '/file', message }] });
  if (req.fileTooLarge) return wrong(text.file.tooLarge);
  if (!req.file || req.file.size === 0) return wrong(text.file.missing);
  if (!services.meetings) return wrong(text.noReports);
  const about = { zone: call.zone, startsAt: call.row.startsAt.toISOString() };
  return readReportFile(text, services.meetings.readReport(req.file.buffer, about));
}

function readHand(text: AttendanceText, fields: Fields, { call: { row }, askers, people }: Page) {
  const times = { startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
  const typed = { checked: many(fields, 'there'), others: one(fields, 'others') };
  return readByHand(text, typed, { askers, known: people }, times);
}

/** The person first, where they are known; then what they called themselves on the call. */
function whoIs(
  text: AttendanceText,
  row: Attended,
  known: string | undefined,
): { name: string; note: string | null } {
  const shown = row.name || row.email || text.others.noName;
  if (row.personId === null) return { name: shown, note: row.ambiguous ? text.unclear : text.unknownPerson };
  const name = known || shown;
  const also = [row.name, row.email ?? ''].filter((one) => one !== '' && one !== name);
  return { name, note: also.length > 0 ? text.shownAs(also) : null };
}

function viewOf({ call, askers, people, ...known }: Page, { query: { done }, texts }: Request) {
  const { attendance: text, callPage } = texts.staff.calls;
  const { row } = call;
  const may = allowedOnCall(call).attendance;
  // Whoever asked is called here as they asked.
  const asked = askers.map(({ personId, name }) => [personId, name] as const);
  const names = new Map([...known.names, ...asked]);
  return {
    template: 'calls/attendance.njk',
    section: 'calls' as const,
    title: text.title,
    text,
    about: `${call.series.title} · ${texts.dates.pair(row.startsAt.toISOString(), call.zone)}`,
    notNow: may ? null : row.startsAt.toISOString() > call.now ? text.notBegun : text.tooLate,
    people: people.map((person) => ({
      ...whoIs(text, person, names.get(person.personId ?? '')),
      minutes: person.minutes,
      source: text.sources[person.source] ?? person.source,
    })),
    done: done === 'saved' ? text.saved : done === 'decided' ? text.decided : null,
    backLink: { href: paths.call(row.id), text: callPage.backToRoom },
  };
}
