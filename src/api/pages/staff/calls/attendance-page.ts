import type { Request } from 'express';
import type { AttendanceInput } from '../../../../domain/calls/call-decision.schema.js';
import { ok } from '../../../../domain/result.js';
import { identifyAttendee } from '../../../../usecases/calls/identify-attendee.js';
import { type Attended, readAttendance } from '../../../../usecases/calls/read-attendance.js';
import { recordAttendance } from '../../../../usecases/calls/record-attendance.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Read } from '../../../views/page-errors.js';
import { type Fields, many, one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { allowedOnCall } from './allowed-on-call.js';
import { type AttendanceText, readByHand, seenOf, typedOnto } from './attendance-by-hand.js';
import { type AttendanceOfCall, handForm, otherForms } from './attendance-forms.js';
import { readUpload } from './attendance-report.js';
import { loadCall } from './load-call.js';

/** `/staff/calls/:id/attendance`: Zoom's report or by hand, as a whole; then the names that need a person. */
export const attendancePage = (services: AppServices) =>
  staffForm(services, {
    name: 'attendance',
    load: (req) => load(services, req),
    form: (page, _standing, texts) => (allowedOnCall(page.call).attendance ? handForm(texts, page) : null),
    others: (page, _standing, texts) => otherForms(texts, page),
    view: (page, _standing, req) => viewOf(page, req),
    read(fields, page, req): Read<Entered> {
      const text = req.texts.staff.calls.aboutCall.attendance;
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
      return {
        ...fields,
        ...typedOnto(texts.staff.calls.aboutCall.attendance, page.people, page.askers, typed),
      };
    },
    done: (_value, { page }) => `${paths.aboutCall('attendance', page.call.row.id)}?done=saved`,
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
      const { whoMissing } = req.texts.staff.calls.aboutCall.attendance;
      if (who === '') return wrongFields([{ pointer: `/who-${attendeeId}`, message: whoMissing }]);
      return ok({ attendeeId, who });
    },
    act({ attendeeId, who }, { req, page, commandId }) {
      const ids = { callId: page.call.row.id, attendeeId };
      return identifyAttendee(services, req.actor, ids, who === 'nobody' ? null : who, { commandId });
    },
    done: (_value, { page }) => `${paths.aboutCall('attendance', page.call.row.id)}?done=decided`,
  });

/** What the form was made from is no longer so: said, with what was typed put onto what is known now. */
function isOutdated(fields: Fields, { people }: AttendanceOfCall): boolean {
  const seen = one(fields, 'seen');
  return seen !== '' && seen !== seenOf(people);
}

interface Entered {
  source: 'zoom-csv' | 'hand';
  rows: AttendanceInput;
  /** Rows that stay as they stand. */
  keep: string[];
}

async function load(services: AppServices, req: Request): Promise<AttendanceOfCall> {
  const call = await loadCall(services, req);
  return { call, uploads: services.meetings !== undefined, ...unwrap(await readAttendance(services, call)) };
}

function readHand(text: AttendanceText, fields: Fields, { call: { row }, askers, people }: AttendanceOfCall) {
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

function viewOf({ call, askers, people, ...known }: AttendanceOfCall, { query: { done }, texts }: Request) {
  const { callPage, aboutCall } = texts.staff.calls;
  const text = aboutCall.attendance;
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
