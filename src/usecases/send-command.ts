import { type Actor, actorRef, roleOf, type StaffRole } from '../domain/people/actor.js';
import { ok, type Refusal, type Result, refuse, refuseFor } from '../domain/result.js';
import type { Instant } from '../domain/time/instant.js';
import type { OutboxRow, UpdateOutcome } from '../ports/engine.js';
import type { Services } from '../ports/services.js';
import { planOrRefuse } from './plan-or-refuse.js';
import { staleVersion, versionMismatch } from './stale-version.js';

/** How long a decision may be on its way. Later it is refused: it was made on other facts. */
const VALID_MS = 120_000;
const TRIES = 4;

/** A command on its way to the process it is about. */
export interface Envelope<Command> {
  v: 1;
  commandId: string;
  actor: string;
  role: StaffRole | null;
  notAfter: Instant;
  /** Set when staff act for the requester: `person:<id>`. */
  onBehalfOf: string | null;
  /** Set by `If-Match`. */
  expected?: { seq: number; version: number };
  command: Command;
}

export interface Sending<Command> {
  actor: Actor;
  command: Command;
  /** Makes a repeat the same command. */
  commandId: string;
  workflowId: string;
  onBehalfOf?: string | null;
  /** What was decided upon, where whoever decides said so: another version by now refuses it. */
  upon?: { row: { version: number; processSeq: number }; ifMatch: number | undefined };
  /** Tries the dates it would lead to: what can't be planned never reaches the process. */
  plan?: {
    /** The field those dates come from. */
    pointer: string;
    /** @throws CannotPlan */
    ahead(envelope: Envelope<Command>, at: Date): Promise<void>;
  };
  /** The words of the decision, stored pending under the command id. */
  words?: { keep(at: Date): Promise<void>; drop(): Promise<void> };
  /** Said when the process is over. */
  whenEnded: Refusal;
}

/**
 * Asks a running process to carry out a command. Its words are stored first; recording the event makes them count, a
 * refusal removes them, an absent Temporal leaves them for a retry.
 */
export async function sendCommand<Command>(
  services: Services,
  {
    actor,
    command,
    commandId,
    workflowId,
    upon,
    plan,
    words,
    whenEnded,
    onBehalfOf = null,
  }: Sending<Command>,
): Promise<Result<null>> {
  const stale = upon && staleVersion(upon.row, upon.ifMatch);
  if (stale) return stale;
  const at = services.clock.now();
  const envelope: Envelope<Command> = {
    v: 1,
    commandId,
    actor: actorRef(actor),
    role: roleOf(actor),
    notAfter: new Date(at.getTime() + VALID_MS).toISOString(),
    onBehalfOf,
    command,
    ...(upon?.ifMatch === undefined
      ? {}
      : { expected: { seq: upon.row.processSeq, version: upon.row.version } }),
  };
  if (plan) {
    const planned = await planOrRefuse(plan.pointer, () => plan.ahead(envelope, at));
    if (!planned.ok) return planned;
  }
  await words?.keep(at);
  const outcome = await decide(services, workflowId, envelope);
  switch (outcome.outcome) {
    case 'done':
      return ok(null);
    case 'refused':
      await words?.drop();
      return refuseFor(outcome.problem);
    case 'ended':
      await words?.drop();
      // Somebody else's decision ended it.
      return upon?.ifMatch === undefined ? whenEnded : versionMismatch();
    case 'unavailable':
      return refuse('not-carried-out-now');
  }
}

/** What was accepted or planned just now may not have reached Temporal yet: deliver its start, then ask again. */
async function decide(
  services: Services,
  workflowId: string,
  envelope: { commandId: string },
): Promise<UpdateOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await services.processes.decide(workflowId, envelope);
    if (outcome.outcome !== 'ended') return outcome;
    const undelivered = await services.db.outbox.findMany({ where: { workflowId, deliveredAt: null } });
    if (undelivered.length === 0) return outcome;
    if (attempt === TRIES) return { outcome: 'unavailable' };
    await services.relay.deliver(undelivered as OutboxRow[]);
    await new Promise((resolve) => setTimeout(resolve, 150 * attempt));
  }
}
