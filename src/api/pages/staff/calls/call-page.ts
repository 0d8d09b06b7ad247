import type { RequestHandler } from 'express';
import type { CallCancelReason } from '../../../../domain/calls/call-state.js';
import { isLive } from '../../../../domain/calls/call-statuses.js';
import { cancelsItselfAt } from '../../../../domain/calls/cancels-itself.js';
import { type Capacity, capacityOf } from '../../../../domain/calls/capacity.js';
import type { PublicReason } from '../../../../domain/calls/public-reason.js';
import { isPlaceFree } from '../../../../domain/calls/question-statuses.js';
import { callWorkflowId } from '../../../../domain/calls/workflow-id.js';
import { countOnCall } from '../../../../usecases/calls/count-on-call.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { callClasses } from '../../parts/status-classes.js';
import { heldUpNotice } from '../held-up-notice.js';
import { doneWithMail } from '../mail/mail-page.js';
import { withButtons } from '../mail/mail-rows.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { allowedOnCall, type CallPageKind } from './allowed-on-call.js';
import { callBadges } from './call-badges.js';
import { callTimeline } from './call-timeline.js';
import { deliveryReport } from './delivery-report.js';
import { loadCall, type StaffCall } from './load-call.js';
import { nextStep } from './next-step.js';
import { pollLine } from './poll-line.js';

type CallPageText = Texts['staff']['calls']['callPage'];

const ORDER: CallPageKind[] = ['confirm', 'recap', 'link', 'move', 'cancel'];

/** `/staff/calls/:id`: everything about one call in one place. */
export function callRoom(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { texts } = req;
    const { callPage: text, decisions, statuses } = texts.staff.calls;
    const call = await loadCall(services, req);
    const { row, state, zone, rule, now } = call;
    const may = allowedOnCall(call);
    const [timeline, delivery, poll, { questions, attendance, approved }] = await Promise.all([
      callTimeline(services, req, row.id, zone),
      deliveryReport(services, req, row.id, zone),
      pollLine(services, req, row.id),
      countOnCall(services, req.actor, row).then(unwrap),
    ]);
    const told = row.meetingCapacity;
    const fits = capacityOf({ approved, told, programmed: call.series.meetingCapacity });
    const live = isLive(call.status);
    const asked = questions.filter(({ status }) => !isPlaceFree(status));
    const sum = (list: readonly { n: number }[]): number => list.reduce((all, { n }) => all + n, 0);
    const unclear = sum(attendance.filter(({ ambiguous }) => ambiguous));
    renderStaff(res, 'calls/call-page.njk', {
      section: 'calls',
      title: texts.dates.pair(row.startsAt.toISOString(), zone),
      text,
      seriesTitle: call.series.title,
      topic: rule.label,
      stage: { text: statuses[call.status], classes: callClasses[call.status] },
      marks: callBadges(texts, row, { flagged: state?.flagged ?? false, now }),
      notices: [
        dayOffNotice(texts, call, may.pages.confirm),
        await heldUpNotice(services, req, callWorkflowId(row.id), zone),
        keptNotice(texts, row.beingKept),
        live ? aboveNotice(text.above, fits) : null,
      ].filter((notice) => notice !== null),
      next: nextStep(texts, state?.next, zone),
      times: timesOf(texts, call),
      cancelled: cancelled(services, texts, call),
      actions: ORDER.filter((kind) => may.pages[kind]).map((kind) => ({
        text: kind === 'link' && row.sealedJoinLink ? text.link.change : decisions[kind].link,
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
        href: paths.aboutCall('questions', row.id),
        agenda: paths.aboutCall('agenda', row.id),
        live: paths.aboutCall('live', row.id),
      },
      wayIn: live ? wayIn(text.link, call) : [],
      capacity: live ? text.capacity(approved, fits.capacity) : null,
      attendance: {
        line: row.attendanceKnownAt ? text.attendance.known(sum(attendance), unclear) : text.attendance.none,
        href: may.attendance || sum(attendance) > 0 ? paths.aboutCall('attendance', row.id) : null,
        link: may.attendance ? text.attendance.enter : texts.staff.calls.aboutCall.attendance.listHeading,
      },
      recap: row.recapPublishedAt
        ? text.recap.on(texts.dates.pair(row.recapPublishedAt.toISOString(), zone))
        : text.recap.none,
      poll,
      recapBody: row.sealedRecap ? open(services, call, 'recap', row.sealedRecap) : null,
      delivery: { ...delivery, trouble: withButtons(res, delivery.trouble) },
      timeline,
      files: [{ text: text.calendar, href: `/api/v1/calls/${row.id}/calendar.ics` }],
      done: doneWords(texts, req.query.done),
      backLink: { href: paths.desk('calls'), text: text.back },
    });
  };
}

function timesOf({ dates, staff }: Texts, { row, zone }: StaffCall) {
  const { time } = staff.calls.callPage;
  const pairs: [keyof typeof time, Date][] = [
    ['starts', row.startsAt],
    ['ends', row.endsAt],
    ['opens', row.windowOpensAt],
    ['closes', row.questionsCloseAt],
    ['select', row.selectUntil],
    ['reminder', row.reminderAt],
  ];
  return pairs.map(([name, at]) => ({ key: time[name], value: dates.pair(at.toISOString(), zone) }));
}

function dayOffNotice(texts: Texts, { row, state, zone }: StaffCall, open: boolean) {
  if (!row.dayOff || row.status === 'cancelled') return null;
  const text = texts.staff.calls.callPage;
  const cancelsAt = state && cancelsItselfAt(state);
  const ifNobodyDecides = cancelsAt
    ? text.dayOffCancels(texts.dates.pair(cancelsAt, zone))
    : text.dayOffStands;
  const rest = row.staffConfirmed ? text.dayOffConfirmed : open ? ifNobodyDecides : '';
  return { title: text.dayOff(row.dayOff), text: rest };
}

function keptNotice(texts: Texts, what: readonly string[]) {
  if (what.length === 0) return null;
  const text = texts.staff.calls.callPage.beingKept;
  const names = texts.listed(what.map((one) => text.what[one] ?? one));
  return { title: text.title, text: text.text(names) };
}

function aboveNotice(text: CallPageText['above'], { approved, capacity, above }: Capacity) {
  if (!above || capacity === null) return null;
  return { title: text.title, text: text.text(approved, capacity) };
}

function wayIn(text: CallPageText['link'], call: StaffCall): string[] {
  const unchecked = call.row.meetingUnchecked.length > 0 ? [text.unchecked] : [];
  return [howToJoin(text, call), ...unchecked];
}

function howToJoin(text: CallPageText['link'], { row }: StaffCall): string {
  if (row.sealedJoinLink) return row.zoomMeetingId ? text.staffFirst : text.set;
  if (row.meetingProblem === 'kept') return text.kept;
  if (row.meetingProblem) return text.problem(row.meetingProblem);
  return row.zoomMeetingId ? text.zoom : text.none;
}

function cancelled(services: AppServices, texts: Texts, call: StaffCall) {
  const { row } = call;
  if (row.status !== 'cancelled') return null;
  const { callPage, cancelReasons } = texts.staff.calls;
  const reason = cancelReasons[(row.cancelReason ?? 'staff') as CallCancelReason];
  return {
    line: callPage.cancelled(reason),
    told: toldOf(texts, row.publicReason as PublicReason | null),
    words: row.sealedReason ? open(services, call, 'cancel-reason', row.sealedReason) : null,
  };
}

function toldOf(texts: Texts, reason: PublicReason | null): string | null {
  if (reason === null || reason === 'other') return null;
  const { callPage, decisionFields } = texts.staff.calls;
  return callPage.cancelTold(decisionFields.publicReason.choices[reason]);
}

function open(services: AppServices, { row }: StaffCall, field: string, sealed: Uint8Array): string {
  return services.vault.open(row.dataKey, { table: 'call', rowId: row.id, field }, sealed);
}

function doneWords(texts: Texts, done: unknown): string | null {
  if (typeof done !== 'string') return null;
  const { decisions, aboutCall } = texts.staff.calls;
  const attendance = aboutCall.attendance;
  const questions = aboutCall.questions;
  if (done === 'attendance') return attendance.saved;
  if (done === 'select') return questions.saved;
  return Object.hasOwn(decisions, done) ? decisions[done as CallPageKind].done : doneWithMail(texts, done);
}
