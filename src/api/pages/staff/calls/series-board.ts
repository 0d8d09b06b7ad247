import type { RequestHandler } from 'express';
import type { CallState } from '../../../../domain/calls/call-state.js';
import { capacityOf } from '../../../../domain/calls/capacity.js';
import { topicRuleOf } from '../../../../domain/calls/recurrence.js';
import type { Actor } from '../../../../domain/people/actor.js';
import type { CallSeries, CallTopic } from '../../../../domain/program/call-series.schema.js';
import { formatDate, formatPair } from '../../../../domain/time/format.js';
import type { CallRow } from '../../../../usecases/calls/call-row.js';
import { readSeriesBoard } from '../../../../usecases/calls/read-series-board.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { callWords } from '../../../text/en/pages/calls/calls.js';
import { boardText as text } from '../../../text/en/pages/staff-calls/board.js';
import { callStatuses } from '../../../text/en/pages/staff-calls/call-words.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { callBadges } from './call-badges.js';
import { nextStep } from './next-step.js';

const SHOWN = 8;

/** `/staff/calls`: the coming calls of each series, and those that are over but still want something. */
export function seriesBoard(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { program } = services.programs.current();
    const sections = await Promise.all(
      program.callSeries.map((series) => section(services, req.actor, series)),
    );
    renderStaff(res, 'calls/series-board.njk', { section: 'calls', title: text.title, text, sections });
  };
}

async function section(services: AppServices, actor: Actor, series: CallSeries) {
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
    when: capitalized(callWords(series, zone).when),
    state: board.paused ? text.paused : until ? text.planned(formatDate(until)) : null,
    paused: board.paused,
    waiting: waiting === 0 ? text.noneWaiting : text.waiting(waiting),
    waitingHref: waiting === 0 ? null : `${paths.registrations}?series=${series.id}`,
    approved: text.approved(approved, fits.capacity),
    above: fits.above ? text.aboveCapacity : null,
    changeHref: paths.callSeries(series.id),
    rows: shown.map((call) => boardRow(call, { series, zone, now: now.toISOString(), asked: call.asked })),
    later: calls.length > SHOWN ? text.later(calls.length - SHOWN) : null,
  };
}

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** One call as the board shows it. */
export function boardRow(
  call: CallRow,
  { series, zone, now, asked }: { series: CallSeries; zone: string; now: string; asked: number },
) {
  const state = call.processState as CallState | null;
  const rule = topicRuleOf(series, call.topic as CallTopic);
  const next = nextStep(state?.next, zone);
  return {
    href: paths.call(call.id),
    when: formatPair(call.startsAt.toISOString(), zone),
    topic: rule?.label ?? call.topic,
    status: callStatuses[call.status as keyof typeof callStatuses],
    badges: callBadges(call, { flagged: state?.flagged ?? false, now }),
    questions: text.questions(asked, rule?.maxQuestions ?? 0),
    questionsHref: paths.callQuestions(call.id),
    next: next.text,
    nextWhen: next.when,
  };
}
