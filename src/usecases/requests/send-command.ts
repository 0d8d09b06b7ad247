import { type Actor, actorRef, roleOf } from '../../domain/people/actor.js';
import type { CaseField } from '../../domain/requests/case-texts.js';
import type { RequestCommandEnvelope } from '../../domain/requests/command.js';
import type { RequestCommand } from '../../domain/requests/decisions.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import { ok, type Result, refuse, refuseFor } from '../../domain/result.js';
import type { UpdateOutcome } from '../../ports/engine.js';
import type { Services } from '../../ports/services.js';
import { planOrRefuse } from '../plan-or-refuse.js';
import { recording } from '../recording.js';
import { staleVersion, versionMismatch } from '../stale-version.js';
import { dropPending, writeCaseText } from './case-text.js';
import { planAhead } from './plan-ahead.js';
import { lockRequest } from './request-row.js';
import { type ViewRow, viewOf } from './request-view.js';

/** How long a decision may be on its way. Later it is refused: it was made on other facts. */
const VALID_MS = 120_000;
const TRIES = 4;
/** Where the date comes from that can't be planned with. */
const FIELD: Partial<Record<RequestCommand['kind'], string>> = {
  'change-deadline': '/courtOrFilingDeadline/date',
  extend: '/businessDays',
};

interface Sending {
  actor: Actor;
  row: ViewRow;
  command: RequestCommand;
  commandId: string;
  onBehalfOf?: string | null;
  /** The version this was decided upon; another one by now refuses it. */
  ifMatch?: number;
  texts?: Partial<Record<CaseField, string | undefined>>;
}

/**
 * Asks the running workflow to carry out a command. Its words are stored pending under the command id first;
 * recording the event makes them count, a refusal removes them, an absent Temporal leaves them for a retry.
 */
export async function sendCommand(services: Services, args: Sending): Promise<Result<RequestView>> {
  const { actor, row, command, commandId, ifMatch } = args;
  const stale = staleVersion(row, ifMatch);
  if (stale) return stale;
  const at = services.clock.now();
  const envelope: RequestCommandEnvelope = {
    v: 1,
    commandId,
    actor: actorRef(actor),
    role: roleOf(actor),
    notAfter: new Date(at.getTime() + VALID_MS).toISOString(),
    onBehalfOf: args.onBehalfOf ?? null,
    command,
    ...(ifMatch === undefined ? {} : { expected: { seq: row.processSeq, version: row.version } }),
  };
  const planned = await planOrRefuse(FIELD[command.kind] ?? '', () =>
    planAhead(services, row, envelope, { at, texts: args.texts }),
  );
  if (!planned.ok) return planned;
  await writePending(services, args, at);
  const outcome = await decide(services, row, envelope);
  switch (outcome.outcome) {
    case 'done':
      return ok(await viewOf(services, actor, row.id));
    case 'refused':
      await dropPending(services.db, row.id, commandId);
      return refuseFor(outcome.problem);
    case 'ended':
      await dropPending(services.db, row.id, commandId);
      // Somebody else's decision ended it.
      if (ifMatch !== undefined) return versionMismatch();
      return refuse('ended-meanwhile');
    case 'unavailable':
      return refuse('not-carried-out-now');
  }
}

async function writePending(
  services: Services,
  { actor, row, commandId, texts = {} }: Sending,
  at: Date,
): Promise<void> {
  const written = Object.entries(texts).filter((entry): entry is [CaseField, string] => Boolean(entry[1]));
  if (written.length === 0) return;
  await recording(services, async ({ tx }) => {
    // A double click: the second waits, and finds what the first left.
    await lockRequest(tx, row.id);
    for (const [field, text] of written) {
      await writeCaseText(tx, services, {
        request: row,
        field,
        text,
        author: actorRef(actor),
        at,
        commandId,
      });
    }
  });
}

/** A request just accepted may not have reached Temporal yet: deliver its start, then ask again. */
async function decide(
  services: Services,
  row: ViewRow,
  envelope: RequestCommandEnvelope,
): Promise<UpdateOutcome> {
  const workflowId = requestWorkflowId(row.id, row.episode);
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
