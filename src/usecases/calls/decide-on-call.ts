import type { CallDecision } from '../../domain/calls/call-decision.schema.js';
import type { CallCommand } from '../../domain/calls/call-decisions.js';
import { reschedule } from '../../domain/calls/move.js';
import { timesOf } from '../../domain/calls/open-call.js';
import { STANDING_STATUSES } from '../../domain/calls/question-statuses.js';
import { topicRuleOf } from '../../domain/calls/recurrence.js';
import { validSelection } from '../../domain/calls/selection.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { CallTopic } from '../../domain/program/call-series.schema.js';
import { ok, type Result, refuse, refuseAt, refuseFor } from '../../domain/result.js';
import { DATE_RANGES, outsideOf } from '../../domain/time/date-range.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { planOrRefuse } from '../plan-or-refuse.js';
import { staleVersion } from '../stale-version.js';
import type { CallRow } from './call-row.js';
import type { CallField } from './call-text.js';
import type { CallView } from './call-view.schema.js';
import { findCall } from './find-call.js';
import { seriesRule } from './load-series.js';
import { getCall } from './read-calls.js';
import { sendCallCommand } from './send-call-command.js';

interface Prepared {
  command: CallCommand;
  texts?: { field: CallField; text: string }[];
}

/** Carries out a staff decision about a call. `commandId` makes a repeat the same decision. */
export async function decideOnCall(
  services: Services,
  actor: Actor,
  id: string,
  decision: CallDecision,
  { commandId, ifMatch }: { commandId: string; ifMatch?: number },
): Promise<Result<CallView>> {
  if (!may(actor, 'calls.decide')) return refuse('only-staff-decide-on-calls');
  const found = await plannedCall(services, id);
  if (!found.ok) return found;
  const row = found.value;
  const stale = staleVersion(row, ifMatch);
  if (stale) return stale;
  // What the program no longer has can't be carried out, whatever it is.
  if (!seriesRule(services, row.seriesId)) {
    return refuse('call-missing');
  }
  const prepared = await prepare(services, row, decision);
  if (!prepared.ok) return prepared;
  const sent = await sendCallCommand(services, { actor, row, commandId, ifMatch, ...prepared.value });
  return sent.ok ? getCall(services, actor, id) : sent;
}

/** The call's row. Of a call far ahead there is none: its date is skipped in the series instead. */
export async function plannedCall(services: Services, id: string): Promise<Result<CallRow>> {
  const found = await findCall(services, services.db, id);
  if (!found) return refuse('no-such-call');
  if (found.row) return ok(found.row);
  return refuse('call-too-far-ahead');
}

/** From what staff typed to a command of numbers and instants, with its words beside it. */
async function prepare(services: Services, row: CallRow, decision: CallDecision): Promise<Result<Prepared>> {
  switch (decision.kind) {
    case 'select':
      return selection(services, row, decision.questionIds);
    case 'cancel':
      return ok({
        command: { kind: 'cancel' },
        texts: [
          { field: 'cancel-reason', text: decision.reason },
          ...(decision.publicReason
            ? [{ field: 'public-reason' as const, text: decision.publicReason }]
            : []),
        ],
      });
    case 'reschedule':
      return move(services, row, decision.startsAt);
    case 'confirm':
      return ok({ command: { kind: 'confirm' } });
    case 'publish-recap':
      return ok({ command: { kind: 'publish-recap' }, texts: [{ field: 'recap', text: decision.body }] });
  }
}

async function selection(services: Services, row: CallRow, questionIds: string[]): Promise<Result<Prepared>> {
  const series = seriesRule(services, row.seriesId);
  const rule = series && topicRuleOf(series, row.topic as CallTopic);
  if (!rule) return refuse('call-missing');
  const asked = await services.db.callQuestion.findMany({
    where: { callId: row.id, status: { in: STANDING_STATUSES } },
    select: { id: true },
  });
  const ids = questionIds.map((id) => id.toLowerCase());
  const wrong = validSelection({ questionIds: ids, asked: asked.map(({ id }) => id), rule });
  if (wrong) {
    const atFault = wrong.ids.map((id) => `/questionIds/${ids.lastIndexOf(id)}`);
    return refuseFor(wrong.why, atFault.length > 0 ? atFault : ['/questionIds']);
  }
  return ok({
    command: { kind: 'select', count: ids.length },
    texts: [{ field: 'selection', text: JSON.stringify(ids) }],
  });
}

/** The cut-off is the rule's for the new date, never earlier than announced. */
async function move(services: Services, row: CallRow, startsAt: string): Promise<Result<Prepared>> {
  const series = seriesRule(services, row.seriesId);
  if (!series) return refuse('call-missing');
  const calendar = await loadCalendar(services.db, services);
  const range = DATE_RANGES.callAtAnotherTime(calendar.dateOf(services.clock.now().toISOString()));
  const slip = outsideOf(range, calendar.dateOf(startsAt));
  if (slip) return refuseAt('/startsAt', 'date-out-of-range', slip);
  const moved = await planOrRefuse('/startsAt', () =>
    reschedule({
      occurrence: {
        id: row.id,
        series: row.seriesId,
        topic: row.topic as CallTopic,
        windowOpensAt: row.windowOpensAt.toISOString(),
      },
      startsAt,
      calendar,
      series,
      announcedCloseAt: row.questionsCloseAt.toISOString(),
    }),
  );
  return moved.ok ? ok({ command: { kind: 'reschedule', times: timesOf(moved.value) } }) : moved;
}
