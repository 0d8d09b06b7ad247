import type { CallState } from '../../../../domain/calls/call-state.js';
import type { CallStatus } from '../../../../domain/calls/call-statuses.js';
import { type TopicRule, topicRuleOf } from '../../../../domain/calls/recurrence.js';
import type { CallSeries, CallTopic } from '../../../../domain/program/call-series.schema.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import type { Instant } from '../../../../domain/time/instant.js';
import type { Services } from '../../../../ports/services.js';
import type { CallRow } from '../../../../usecases/calls/call-row.js';
import { seriesRule } from '../../../../usecases/calls/load-series.js';
import { notFound } from '../../../http/unwrap.js';

/** A planned call with its rule, as every staff page of it starts from. */
export interface StaffCall {
  row: CallRow;
  status: CallStatus;
  state: CallState | null;
  series: CallSeries;
  rule: TopicRule;
  program: Program;
  zone: string;
  now: Instant;
}

/** @throws ProblemError `not-found`: no such call, or not planned yet, or not in the program any more. */
export async function loadCall(services: Services, id: unknown): Promise<StaffCall> {
  const row = typeof id === 'string' ? await services.db.call.findUnique({ where: { id } }) : null;
  const series = row && seriesRule(services, row.seriesId);
  const rule = series && topicRuleOf(series, row.topic as CallTopic);
  if (!row || !series || !rule) throw notFound();
  const { program } = services.programs.current();
  return {
    row,
    status: row.status as CallStatus,
    state: row.processState as CallState | null,
    series,
    rule,
    program,
    zone: program.zone,
    now: services.clock.now().toISOString(),
  };
}
