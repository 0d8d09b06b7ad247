import type { RequestHandler } from 'express';
import { isLive } from '../../../../domain/calls/call-statuses.js';
import { cancelsItselfAt } from '../../../../domain/calls/cancels-itself.js';
import { type Capacity, capacityOf } from '../../../../domain/calls/capacity.js';
import type { PublicReason } from '../../../../domain/calls/public-reason.js';
import { callWorkflowId } from '../../../../domain/calls/workflow-id.js';
import { formatPair } from '../../../../domain/time/format.js';
import { countOnCall } from '../../../../usecases/calls/count-on-call.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { attendanceText } from '../../../text/en/pages/staff-calls/attendance.js';
import { callPageText as text } from '../../../text/en/pages/staff-calls/call-page.js';
import { callStatuses, cancelReasons } from '../../../text/en/pages/staff-calls/call-words.js';
import {
  type CallPageKind,
  callDecisionText,
  callFieldText,
} from '../../../text/en/pages/staff-calls/decide-call.js';
import { questionsText } from '../../../text/en/pages/staff-calls/selection-board.js';
import { doneWithMail } from '../mail/mail-page.js';
import { withButtons } from '../mail/mail-rows.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { allowedOnCall } from './allowed-on-call.js';
import { callBadges } from './call-badges.js';
import { callTimeline } from './call-timeline.js';
import { deliveryReport } from './delivery-report.js';
import { heldUpNotice } from './held-up-notice.js';
import { loadCall, type StaffCall } from './load-call.js';
import { nextStep } from './next-step.js';
import { pollLine } from './poll-line.js';

const ORDER: CallPageKind[] = ['confirm', 'recap', 'link', 'move', 'cancel'];

/** `/staff/calls/:id`: everything about one call in one place. */
export function callRoom(services: AppServices): RequestHandler {
  return async (req, res) => {
    const call = await loadCall(services, req);
    const { row, state, zone, rule, now } = call;
    const may = allowedOnCall(call);
    const [timeline, delivery, poll, { questions, attendance, approved }] = await Promise.all([
      callTimeline(services, req.actor, row.id, zone),
      deliveryReport(services, req.actor, row.id, zone),
      pollLine(services, req.actor, row.id),
      countOnCall(services, req.actor, row).then(unwrap),
    ]);
    const told = row.meetingCapacity;
    const fits = capacityOf({ approved, told, programmed: call.series.meetingCapacity });
    const live = isLive(call.status);
    const asked = questions.filter(({ status }) => status !== 'withdrawn' && status !== 'moved');
    const sum = (list: readonly { n: number }[]): number => list.reduce((all, { n }) => all + n, 0);
    const unclear = sum(attendance.filter(({ ambiguous }) => ambiguous));
    renderStaff(res, 'calls/call-page.njk', {
      section: 'calls',
      title: formatPair(row.startsAt.toISOString(), zone),
      text,
      seriesTitle: call.series.title,
      topic: rule.label,
      stage: callStatuses[call.status],
      marks: callBadges(row, { flagged: state?.flagged ?? false, now }),
      notices: [
        dayOffNotice(call, may.pages.confirm),
        await heldUpNotice(services, req, callWorkflowId(row.id), zone),
        keptNotice(row.beingKept),
        live ? aboveNotice(fits) : null,
      ].filter((notice) => notice !== null),
      next: nextStep(state?.next, zone),
      times: timesOf(call),
      cancelled: cancelled(services, call),
      actions: ORDER.filter((kind) => may.pages[kind]).map((kind) => ({
        text: kind === 'link' && row.sealedJoinLink ? text.link.change : callDecisionText[kind].link,
        href: paths.callDecide(row.id, kind),
        first: kind === 'confirm',
        final: kind === 'cancel',
      })),
      questions: {
        line: text.questionsLine(
          sum(asked),
          sum(asked.filter(({ status }) => status === 'selected')),
          rule.maxQuestions,
        ),
        href: paths.callQuestions(row.id),
        agenda: paths.callAgenda(row.id),
        live: paths.callLive(row.id),
      },
      wayIn: live ? wayIn(call) : [],
      capacity: live ? text.capacity(approved, fits.capacity) : null,
      attendance: {
        line: row.attendanceKnownAt ? text.attendance.known(sum(attendance), unclear) : text.attendance.none,
        href: may.attendance || sum(attendance) > 0 ? paths.callAttendance(row.id) : null,
        link: may.attendance ? text.attendance.enter : attendanceText.listHeading,
      },
      recap: row.recapPublishedAt
        ? text.recap.on(formatPair(row.recapPublishedAt.toISOString(), zone))
        : text.recap.none,
      poll,
      recapBody: row.sealedRecap ? open(services, call, 'recap', row.sealedRecap) : null,
      delivery: { ...delivery, trouble: withButtons(res, delivery.trouble) },
      timeline,
      files: [{ text: text.calendar, href: `/api/v1/calls/${row.id}/calendar.ics` }],
      done: doneWords(req.query.done),
      backLink: { href: paths.calls, text: text.back },
    });
  };
}

function timesOf({ row, zone }: StaffCall) {
  const pairs: [keyof typeof text.time, Date][] = [
    ['starts', row.startsAt],
    ['ends', row.endsAt],
    ['opens', row.windowOpensAt],
    ['closes', row.questionsCloseAt],
    ['select', row.selectUntil],
    ['reminder', row.reminderAt],
  ];
  return pairs.map(([name, at]) => ({ key: text.time[name], value: formatPair(at.toISOString(), zone) }));
}

function dayOffNotice({ row, state, zone }: StaffCall, open: boolean) {
  if (!row.dayOff || row.status === 'cancelled') return null;
  const cancelsAt = state && cancelsItselfAt(state);
  const ifNobodyDecides = cancelsAt ? text.dayOffCancels(formatPair(cancelsAt, zone)) : text.dayOffStands;
  const rest = row.staffConfirmed ? text.dayOffConfirmed : open ? ifNobodyDecides : '';
  return { title: text.dayOff(row.dayOff).replace(/\.$/, ''), text: rest };
}

function keptNotice(what: readonly string[]) {
  if (what.length === 0) return null;
  const names = what.map((one) => text.beingKept.what[one] ?? one).join(' and ');
  return { title: text.beingKept.title, text: text.beingKept.text(names) };
}

function aboveNotice({ approved, capacity, above }: Capacity) {
  if (!above || capacity === null) return null;
  return { title: text.above.title, text: text.above.text(approved, capacity) };
}

function wayIn(call: StaffCall): string[] {
  const unchecked = call.row.meetingUnchecked.length > 0 ? [text.link.unchecked] : [];
  return [howToJoin(call), ...unchecked];
}

function howToJoin({ row }: StaffCall): string {
  if (row.sealedJoinLink) return row.zoomMeetingId ? text.link.staffFirst : text.link.set;
  if (row.meetingProblem === 'kept') return text.link.kept;
  if (row.meetingProblem) return text.link.problem(row.meetingProblem);
  return row.zoomMeetingId ? text.link.zoom : text.link.none;
}

function cancelled(services: AppServices, call: StaffCall) {
  const { row } = call;
  if (row.status !== 'cancelled') return null;
  const reason = cancelReasons[(row.cancelReason ?? 'staff') as keyof typeof cancelReasons];
  return {
    line: text.cancelled(reason),
    told: toldOf(row.publicReason as PublicReason | null),
    words: row.sealedReason ? open(services, call, 'cancel-reason', row.sealedReason) : null,
  };
}

function toldOf(reason: PublicReason | null): string | null {
  if (reason === null || reason === 'other') return null;
  return text.cancelTold(callFieldText.publicReason.choices[reason]);
}

function open(services: AppServices, { row }: StaffCall, field: string, sealed: Uint8Array): string {
  return services.vault.open(row.dataKey, { table: 'call', rowId: row.id, field }, sealed);
}

function doneWords(done: unknown): string | null {
  if (typeof done !== 'string') return null;
  if (done === 'attendance') return attendanceText.saved;
  if (done === 'select') return questionsText.saved;
  return Object.hasOwn(callDecisionText, done)
    ? callDecisionText[done as CallPageKind].done
    : doneWithMail(done);
}
