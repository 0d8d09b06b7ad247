import type { CallCommandEnvelope } from '../../domain/calls/call-command.js';
import type { CallCommand } from '../../domain/calls/call-decisions.js';
import type { CallState } from '../../domain/calls/call-state.js';
import { callRefusalOf, carryOutOnCall } from '../../domain/calls/decide-call.js';
import { planCall } from '../../domain/calls/plan-call.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import { type Actor, actorRef, roleOf } from '../../domain/people/actor.js';
import { ok, type Result, refuse, refuseFor } from '../../domain/result.js';
import type { UpdateOutcome } from '../../ports/engine.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { planOrRefuse } from '../plan-or-refuse.js';
import { recording } from '../recording.js';
import { staleVersion, versionMismatch } from '../stale-version.js';
import type { CallRow } from './call-row.js';
import { type CallField, dropPendingCallText, writeCallText } from './call-text.js';

/** How long a decision may be on its way. Later it is refused: it was made on other facts. */
const VALID_MS = 120_000;
const TRIES = 4;

/**
 * Asks the running call to carry out a command. Its words are stored pending under the command id first, as for a
 * request (`api/requests/send-command.ts`).
 */
export async function sendCallCommand(
  services: Services,
  args: {
    actor: Actor;
    row: CallRow;
    command: CallCommand;
    commandId: string;
    /** The version this was decided upon; another one by now refuses it. */
    ifMatch?: number;
    texts?: readonly { field: CallField; text: string }[];
  },
): Promise<Result<null>> {
  const { actor, row, command, commandId, ifMatch, texts = [] } = args;
  const stale = staleVersion(row, ifMatch);
  if (stale) return stale;
  const at = services.clock.now();
  const envelope: CallCommandEnvelope = {
    v: 1,
    commandId,
    actor: actorRef(actor),
    role: roleOf(actor),
    notAfter: new Date(at.getTime() + VALID_MS).toISOString(),
    command,
    ...(ifMatch === undefined ? {} : { expected: { seq: row.processSeq, version: row.version } }),
  };
  const planned = await planOrRefuse(command.kind === 'reschedule' ? '/startsAt' : '', () =>
    planAhead(services, row, envelope, at),
  );
  if (!planned.ok) return planned;
  if (texts.length > 0) {
    await recording(services, async ({ tx }) => {
      for (const text of texts) {
        await writeCallText(tx, services, { call: row, ...text, author: actorRef(actor), at, commandId });
      }
    });
  }
  const outcome = await decideByProcess(services, callWorkflowId(row.id), envelope);
  const drop = () => dropPendingCallText(services.db, row.id, commandId);
  switch (outcome.outcome) {
    case 'done':
      return ok(null);
    case 'refused':
      await drop();
      return refuseFor(outcome.problem);
    case 'ended':
      await drop();
      if (ifMatch !== undefined) return versionMismatch();
      return refuse('call-done-with');
    case 'unavailable':
      return unavailable();
  }
}

/**
 * Tries the dates a command would lead to, before it is sent: what can't be planned never reaches the process.
 * @throws CannotPlan
 */
async function planAhead(
  services: Services,
  row: CallRow,
  envelope: CallCommandEnvelope,
  at: Date,
): Promise<void> {
  const state = row.processState as unknown as CallState | null;
  const instant = at.toISOString();
  if (!state || callRefusalOf(state, envelope, instant)) return;
  const decided = carryOutOnCall(state, envelope, instant);
  planCall({ state: decided.state, calendar: await loadCalendar(services.db, services), at: instant });
}

/** What was planned just now may not have reached Temporal yet: deliver its start, then ask again. */
export async function decideByProcess(
  services: Services,
  workflowId: string,
  envelope: { commandId: string },
): Promise<UpdateOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await services.processes.decide(workflowId, envelope);
    if (outcome.outcome !== 'ended') return outcome;
    const undelivered = await services.db.outbox.count({ where: { workflowId, deliveredAt: null } });
    if (undelivered === 0) return outcome;
    if (attempt === TRIES) return { outcome: 'unavailable' };
    await services.relay.kick([workflowId]);
    await new Promise((resolve) => setTimeout(resolve, 150 * attempt));
  }
}

export function unavailable(): Result<never> {
  return refuse('not-carried-out-now');
}
