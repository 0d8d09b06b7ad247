import type { CallCommandEnvelope } from '../../domain/calls/call-command.js';
import type { CallCommand } from '../../domain/calls/call-decisions.js';
import type { CallState } from '../../domain/calls/call-state.js';
import { callRefusalOf, carryOutOnCall } from '../../domain/calls/decide-call.js';
import { planCall } from '../../domain/calls/plan-call.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { sendCommand } from '../send-command.js';
import type { CallRow } from './call-row.js';
import { type CallField, dropPendingCallText, writeCallTexts } from './call-text.js';

interface Sending {
  actor: Actor;
  row: CallRow;
  command: CallCommand;
  commandId: string;
  /** The version this was decided upon; another one by now refuses it. */
  ifMatch?: number;
  texts?: readonly { field: CallField; text: string }[];
}

/** Asks a running call to carry out a command. */
export function sendCallCommand(services: Services, args: Sending): Promise<Result<null>> {
  const { actor, row, command, commandId, ifMatch } = args;
  return sendCommand(services, {
    actor,
    command,
    commandId,
    workflowId: callWorkflowId(row.id),
    upon: { row, ifMatch },
    plan: {
      pointer: command.kind === 'reschedule' ? '/startsAt' : '',
      ahead: (envelope, at) => planAhead(services, row, envelope, at),
    },
    words: {
      keep: (at) => writePending(services, args, at),
      drop: () => dropPendingCallText(services.db, row.id, commandId),
    },
    whenEnded: refuse('call-done-with'),
  });
}

async function writePending(
  services: Services,
  { actor, row, commandId, texts = [] }: Sending,
  at: Date,
): Promise<void> {
  if (texts.length === 0) return;
  await writeCallTexts(services.db, services, { call: row, texts, author: actorRef(actor), at, commandId });
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
