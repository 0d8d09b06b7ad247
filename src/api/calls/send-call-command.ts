import type { Services, UpdateOutcome } from '../../activities/ports.js';
import type { CallCommand, CallCommandEnvelope } from '../../domain/calls/call-command.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import { type Actor, actorRef, roleOf } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { CallRow } from '../../records/calls/call-row.js';
import { type CallField, dropPendingCallText, writeCallText } from '../../records/calls/call-text.js';
import { inRecording } from '../../records/requests/request-row.js';

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
    texts?: readonly { field: CallField; text: string }[];
  },
): Promise<Result<null>> {
  const { actor, row, command, commandId, texts = [] } = args;
  const at = services.clock.now();
  if (texts.length > 0) {
    await inRecording(services, async (tx) => {
      for (const text of texts) {
        await writeCallText(tx, services, { call: row, ...text, author: actorRef(actor), at, commandId });
      }
    });
  }
  const envelope: CallCommandEnvelope = {
    v: 1,
    commandId,
    actor: actorRef(actor),
    role: roleOf(actor),
    notAfter: new Date(at.getTime() + VALID_MS).toISOString(),
    command,
  };
  const outcome = await decideByProcess(services, callWorkflowId(row.id), envelope);
  const drop = () => dropPendingCallText(services.db, row.id, commandId);
  switch (outcome.outcome) {
    case 'done':
      return ok(null);
    case 'refused':
      await drop();
      return refuse(outcome.code === 'invalid' ? 'invalid' : 'not-allowed-now', outcome.detail);
    case 'ended':
      await drop();
      return refuse('not-allowed-now', 'This call is over and done with.');
    case 'unavailable':
      return unavailable();
  }
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
  return refuse(
    'temporal-unavailable',
    'This could not be carried out right now. Your text is kept: please try again in a minute.',
  );
}
