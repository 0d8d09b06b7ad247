import type { Request, RequestHandler } from 'express';
import type { CallState } from '../../../../domain/calls/call-state.js';
import type { CallStatus } from '../../../../domain/calls/call-statuses.js';
import { capacityOf } from '../../../../domain/calls/capacity.js';
import { topicRuleOf } from '../../../../domain/calls/recurrence.js';
import type { CallSeries, CallTopic } from '../../../../domain/program/call-series.schema.js';
import type { CallRow } from '../../../../usecases/calls/call-row.js';
import { readSeriesBoard } from '../../../../usecases/calls/read-series-board.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { callClasses } from '../../parts/status-classes.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { callBadges } from './call-badges.js';
import { nextStep } from './next-step.js';

const SHOWN = 8;

/** `/staff/calls`: the coming calls of each series, and those that are over but still want something. */
export function seriesBoard(services: AppServices): RequestHandler {
  return async (req, res) => {
    const text = req.texts.staff.desk.calls;
    const { program } = services.programs.current();
    const sections = await Promise.all(program.callSeries.map((series) => section(services, req, series)));
    renderStaff(res, 'calls/series-board.njk', { section: 'calls', title: text.title, text, sections });
  };
}

async function section(services: AppServices, { actor, texts }: Request, series: CallSeries) {
  const text = texts.staff.desk.calls;
  const now = services.clock.now();
  const { zone } = services.programs.current().program;
  const board = unwrap(await readSeriesBoard(services, actor, series.id, { most: SHOWN }));
  const { calls, waiting, approved } = board;
  const shown = calls.slice(0, SHOWN);
  const told = calls.find(({ meetingCapacity }) => meetingCapacity !== null)?.meetingCapacity;
  const fits = capacityOf({ approved, told, programmed: series.meetingCapacity });
  const until = board.plannedUntil;
  return {
    id: series.id,
    title: series.title,
    when: capitalized(texts.calls.callWords(series, zone).when),
    state: board.paused ? text.paused : until ? text.planned(texts.dates.date(until)) : null,
    paused: board.paused,
    waiting: waiting === 0 ? text.noneWaiting : text.waiting(waiting),
    waitingHref: waiting === 0 ? null : `${paths.desk('registrations')}?series=${series.id}`,
    approved: text.approved(approved, fits.capacity),
    above: fits.above ? text.aboveCapacity : null,
    changeHref: paths.desk('calls/series/:series', series.id),
    rows: shown.map((call) =>
      boardRow(texts, call, { series, zone, now: now.toISOString(), asked: call.asked }),
    ),
    later: calls.length > SHOWN ? text.later(calls.length - SHOWN) : null,
  };
}

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** One call as the board shows it. */
export function boardRow(
  texts: Texts,
  call: CallRow,
  { series, zone, now, asked }: { series: CallSeries; zone: string; now: string; asked: number },
) {
  const { statuses } = texts.staff.calls;
  const text = texts.staff.desk.calls;
  const state = call.processState as CallState | null;
  const rule = topicRuleOf(series, call.topic as CallTopic);
  const status = call.status as CallStatus;
  const next = nextStep(texts, state?.next, zone);
  return {
    href: paths.call(call.id),
    when: texts.dates.pair(call.startsAt.toISOString(), zone),
    topic: rule?.label ?? call.topic,
    status: { text: statuses[status], classes: callClasses[status] },
    badges: callBadges(texts, call, { flagged: state?.flagged ?? false, now }),
    questions: text.questions(asked, rule?.maxQuestions ?? 0),
    questionsHref: paths.aboutCall('questions', call.id),
    next: next.text,
    nextWhen: next.when,
  };
}
