import type { Request, RequestHandler, Response } from 'express';
import type { AttendanceInput } from '../../../../domain/calls/call-decision.schema.js';
import { formatPair } from '../../../../domain/time/format.js';
import type { Services } from '../../../../ports/services.js';
import { identifyAttendee } from '../../../../usecases/calls/identify-attendee.js';
import { type Attended, readAttendance } from '../../../../usecases/calls/read-attendance.js';
import { recordAttendance } from '../../../../usecases/calls/record-attendance.js';
import { statusOf } from '../../../errors.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/unwrap.js';
import { say } from '../../../text/say.js';
import { attendanceText as text } from '../../../text/staff-calls/attendance.js';
import { roomText } from '../../../text/staff-calls/room.js';
import type { Texts } from '../../../text/texts.js';
import {
  NO_ERRORS,
  type PageError,
  type PageErrors,
  pageErrors,
  problemErrors,
  wordsOf,
} from '../../../views/page-errors.js';
import { attempt } from '../../kit/attempt.js';
import { type Fields, fieldsOf, many, one } from '../../kit/fields.js';
import { newCommandId } from '../../parts/command-of-form.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { allowedOnCall } from './allowed-on-call.js';
import { othersOf, readByHand, readReportFile, seenOf, typedOnto } from './attendance-form.js';
import { commandOfContent, shownCommandId } from './command-of-content.js';
import { loadCall, type StaffCall } from './load-call.js';

interface Form {
  fields: Fields;
  errors: PageErrors;
  status: number;
  commandId: string;
  done?: string | null;
}

/** `/staff/calls/:id/attendance`: Zoom's report or by hand, then the names that need a person. */
export function attendancePage(services: Services): RequestHandler {
  return async (req, res) => {
    const call = await loadCall(services, req);
    const { done } = req.query;
    await show(services, res, call, {
      fields: {},
      errors: NO_ERRORS,
      status: 200,
      commandId: newCommandId(),
      done: done === 'saved' ? text.saved : done === 'decided' ? text.decided : null,
    });
  };
}

/** POST: attendance anew as a whole, from a file or by hand. */
export function enterAttendance(services: Services): RequestHandler {
  return async (req, res) => {
    const call = await loadCall(services, req);
    const fields = fieldsOf(req.body);
    const source = req.is('multipart/form-data') ? 'zoom-csv' : 'hand';
    const again = (errors: PageErrors, status: number, shown: Fields = fields) =>
      show(services, res, call, { fields: shown, errors, status, commandId: shownCommandId(req.body) });
    const { people: known, askers } = unwrap(await readAttendance(services, call));
    const seen = one(fields, 'seen');
    if (source === 'hand' && seen !== '' && seen !== seenOf(known)) {
      const typed = { checked: many(fields, 'there'), others: one(fields, 'others') };
      const merged = typedOnto(known, askers, typed);
      return again({ summary: [{ text: text.changed }], byField: {} }, 409, { ...fields, ...merged });
    }
    const read =
      source === 'zoom-csv' ? readUpload(services, req, call) : readHand(fields, call, { askers, known });
    if (!read.ok) return again(listed(req.texts, read.errors), 422);
    const { rows, keep } = { keep: [], ...read };
    const commandId = commandOfContent(req.body, { source, rows, ...(keep.length > 0 ? { keep } : {}) });
    const stays = source === 'hand' ? { keep, outOf: known.map(({ id }) => id) } : undefined;
    const done = await attempt(services, 'attendance', 'try-again-decision', () =>
      recordAttendance(services, req.actor, call.row.id, { rows, source, stays }, { commandId }),
    );
    if (!done.ok)
      return again(
        { summary: [{ text: say(req.texts, done.problem) }], byField: {} },
        statusOf(done.problem.code),
      );
    res.redirect(303, `${paths.callAttendance(call.row.id)}?done=saved`);
  };
}

/** POST: who an unclear name was. */
export function tellApart(services: Services): RequestHandler {
  return async (req, res) => {
    const call = await loadCall(services, req);
    const attendeeId = uuidParam(req.params.attendee);
    const fields = fieldsOf(req.body);
    const again = (errors: PageErrors, status: number) =>
      show(services, res, call, { fields, errors, status, commandId: shownCommandId(req.body) });
    const who = one(fields, `who-${attendeeId}`);
    if (who === '')
      return again(pageErrors(req.texts, [{ pointer: `/who-${attendeeId}`, message: text.whoMissing }]), 422);
    const ids = { callId: call.row.id, attendeeId };
    const done = await attempt(services, 'attendance', 'try-again-decision', () =>
      identifyAttendee(services, req.actor, ids, who === 'nobody' ? null : who, {
        commandId: commandOfContent(req.body, { attendeeId, who }),
      }),
    );
    if (!done.ok) return again(problemErrors(req.texts, done.problem), statusOf(done.problem.code));
    res.redirect(303, `${paths.callAttendance(call.row.id)}?done=decided`);
  };
}

function readUpload(services: Services, req: Request, call: StaffCall) {
  if (req.fileTooLarge) return wrong({ pointer: '/file', message: text.file.tooLarge });
  if (!req.file || req.file.size === 0) return wrong({ pointer: '/file', message: text.file.missing });
  if (!services.meetings) return wrong({ pointer: '/file', message: text.noReports });
  const about = { zone: call.zone, startsAt: call.row.startsAt.toISOString() };
  return readReportFile(services.meetings.readReport(req.file.buffer, about));
}

function readHand(fields: Fields, call: StaffCall, known: Parameters<typeof readByHand>[1]) {
  const times = { startsAt: call.row.startsAt.toISOString(), endsAt: call.row.endsAt.toISOString() };
  const typed = { checked: many(fields, 'there'), others: one(fields, 'others') };
  return readByHand(typed, known, times);
}

const wrong = (
  error: PageError,
): { ok: true; rows: AttendanceInput } | { ok: false; errors: PageError[] } => ({
  ok: false,
  errors: [error],
});

/** A file may be wrong in many lines: each is said in the summary, the field carries the first. */
function listed(texts: Texts, errors: readonly PageError[]): PageErrors {
  const page = pageErrors(texts, errors);
  return {
    ...page,
    summary: errors.map((error) => ({
      text: wordsOf(texts, error),
      href: `#${error.pointer.slice(1)}`,
    })),
  };
}

/** The person first, where they are known; then what they called themselves on the call. */
function whoIs(row: Attended, known: string | undefined): { name: string; note: string | null } {
  const shown = row.name || row.email || text.others.noName;
  if (row.personId === null) return { name: shown, note: row.ambiguous ? text.unclear : text.unknownPerson };
  const name = known || shown;
  const also = [row.name, row.email ?? ''].filter((one) => one !== '' && one !== name);
  return { name, note: also.length > 0 ? text.shownAs(also) : null };
}

async function show(services: Services, res: Response, call: StaffCall, form: Form): Promise<void> {
  const { row } = call;
  const may = allowedOnCall(call).attendance;
  const { askers, people, ...known } = unwrap(await readAttendance(services, call));
  // Whoever asked is called here as they asked.
  const asked = askers.map(({ personId, name }) => [personId, name] as const);
  const names = new Map([...known.names, ...asked]);
  const typed = form.fields.others !== undefined;
  const there = many(form.fields, 'there');
  const wasThere = (asker: { email: string; personId: string }) =>
    typed ? there.includes(asker.email) : people.some(({ personId }) => personId === asker.personId);
  const unclear = people
    .filter(({ ambiguous }) => ambiguous)
    .map((person) => ({
      id: person.id,
      name: `who-${person.id}`,
      legend: text.who(person.name || person.email || ''),
      action: paths.callAttendee(row.id, person.id),
      value: one(form.fields, `who-${person.id}`),
      error: form.errors.byField[`who-${person.id}`],
      items: [
        ...(known.candidates.get(person.id) ?? []).map(({ personId, name, emails }) => ({
          value: personId,
          text: `${name}, ${emails.join(', ')}`,
        })),
        { value: 'nobody', text: text.somebodyElse },
      ],
    }));
  renderStaff(res, 'calls/attendance.njk', {
    section: 'calls',
    title: text.title,
    text,
    about: `${call.series.title} · ${formatPair(row.startsAt.toISOString(), call.zone)}`,
    may,
    notNow: may ? null : row.startsAt.toISOString() > call.now ? text.notBegun : text.tooLate,
    action: paths.callAttendance(row.id),
    uploads: services.meetings !== undefined,
    askers: askers.map((asker) => ({
      value: asker.email,
      text: `${asker.name}, ${asker.email}${asker.selected ? ` (${text.selected})` : ''}`,
      checked: wasThere(asker),
    })),
    others: typed ? one(form.fields, 'others') : othersOf(people, askers),
    seen: seenOf(people),
    unclear: may ? unclear : [],
    people: people.map((person) => ({
      ...whoIs(person, names.get(person.personId ?? '')),
      minutes: person.minutes,
      source: text.sources[person.source] ?? person.source,
    })),
    backLink: { href: paths.call(row.id), text: roomText.backToRoom },
    ...form,
  });
}
