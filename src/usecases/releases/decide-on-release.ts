import { type Actor, actorRef, roleOf } from '../../domain/people/actor.js';
import { mayDecideOnRelease } from '../../domain/releases/decide-release.js';
import type { ReleaseDecision } from '../../domain/releases/release.schema.js';
import type { ReleaseCommand } from '../../domain/releases/release-state.js';
import { releaseWorkflowId } from '../../domain/releases/workflow-id.js';
import { type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { followingCommand } from '../following-command.js';
import { decideOnIntroduction } from '../mentors/decide-on-introduction.js';
import { sendCommand } from '../send-command.js';
import { readRelease, visibleRelease } from './read-releases.js';
import { releaseText } from './release-text.js';
import type { ReleaseView } from './release-view.schema.js';

/** The requester signs, declines or revokes; staff revoke. `commandId` makes a repeat the same decision. */
export async function decideOnRelease(
  services: Services,
  actor: Actor,
  id: string,
  decision: ReleaseDecision,
  { commandId, ifMatch }: { commandId: string; ifMatch?: number | undefined },
): Promise<Result<ReleaseView>> {
  const found = await visibleRelease(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  if (!mayDecideOnRelease(decision.kind, roleOf(actor))) return refuse('not-your-release');
  const reason = decision.kind === 'revoke' ? decision.reason : undefined;
  const sent = await sendCommand<ReleaseCommand>(services, {
    actor,
    command: { kind: decision.kind },
    commandId,
    workflowId: releaseWorkflowId(id),
    upon: { row, ifMatch },
    ...(reason
      ? {
          words: {
            keep: (at) =>
              releaseText.write(services.db, services, {
                owner: row,
                ...{ field: 'reason', text: reason, author: actorRef(actor), at, commandId },
              }),
            drop: () => releaseText.dropPending(services.db, id, commandId),
          },
        }
      : {}),
    whenEnded: refuse('release-ended'),
  });
  if (!sent.ok) return sent;
  if (decision.kind === 'revoke' && row.introductionId)
    await endIntroduction(services, actor, row.introductionId, commandId);
  return readRelease(services, actor, id);
}

/** Without its release nobody is introduced any more. Where that is over already, there is nothing to end. */
async function endIntroduction(
  services: Services,
  actor: Actor,
  id: string,
  commandId: string,
): Promise<void> {
  const decision =
    roleOf(actor) === null ? ({ kind: 'withdraw' } as const) : ({ kind: 'end', reason: 'other' } as const);
  await decideOnIntroduction(services, actor, id, decision, {
    commandId: followingCommand(commandId, 'introduction'),
  });
}
