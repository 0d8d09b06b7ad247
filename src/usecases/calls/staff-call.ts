import type { CallState } from '../../domain/calls/call-state.js';
import type { CallStatus } from '../../domain/calls/call-statuses.js';
import { type TopicRule, topicRuleOf } from '../../domain/calls/recurrence.js';
import type { Actor } from '../../domain/people/actor.js';
import type { CallSeries, CallTopic } from '../../domain/program/call-series.schema.js';
import type { Program } from '../../domain/program/program.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { refuseUnless } from '../people/refuse-unless.js';
import type { CallRow } from './call-row.js';
import { seriesRule } from './load-series.js';

/** A planned call with its rule, as every staff page of it starts from. */
export interface StaffCall {
  /** Who looks at it. */
  actor: Actor;
  row: CallRow;
  status: CallStatus;
  state: CallState | null;
  series: CallSeries;
  rule: TopicRule;
  program: Program;
  zone: string;
  now: Instant;
}

/** Refuses `forbidden`, and `not-found`: no such call, or not planned yet, or not in the program any more. */
export async function staffCall(services: Services, actor: Actor, id: string): Promise<Result<StaffCall>> {
  const refused = refuseUnless(actor, 'calls.decide');
  if (refused) return refused;
  const row = await services.db.call.findUnique({ where: { id }, include: withKey });
  const series = row && seriesRule(services, row.seriesId);
  const rule = series && topicRuleOf(series, row.topic as CallTopic);
  if (!row || !series || !rule) return refuse('nothing-here');
  const { program } = services.programs.current();
  return ok({
    actor,
    row,
    status: row.status as CallStatus,
    state: row.processState as CallState | null,
    series,
    rule,
    program,
    zone: program.zone,
    now: services.clock.now().toISOString(),
  });
}
