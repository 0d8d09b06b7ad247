import { type Actor, isStaff } from '../../domain/people/actor.js';
import type { Decision } from '../../domain/requests/decision.schema.js';
import type { ContentKind } from '../../domain/requests/decisions.js';
import { roleMayDecideSo } from '../../domain/requests/offered.js';
import { isEnded, type RequestStatus } from '../../domain/requests/statuses.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { staleVersion } from '../stale-version.js';
import { commandOf } from './command-of.js';
import { refuseReopening, replyToRequester } from './correspondence/answer-as-staff.js';
import type { WriteOptions } from './correspondence/lock-for-letter.js';
import { reopenRequest } from './reopen-request.js';
import type { ViewRow } from './request-view.js';
import { sendRequestCommand } from './send-request-command.js';
import { visibleRequest } from './visible-request.js';
import { writeDraft, writeFollowUpDraft } from './write-content.js';
import { writeNote } from './write-note.js';

/** Carries out a staff decision, whatever its kind. `commandId` makes a repeat the same decision. */
export async function decideRequest(
  services: Services,
  actor: Actor,
  id: string,
  decision: Decision,
  { commandId, ifMatch }: { commandId: string; ifMatch?: number },
): Promise<Result<RequestView>> {
  if (!isStaff(actor)) return refuse('only-staff-decide');
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  if (!roleMayDecideSo(actor.role, decision)) {
    return refuse('role-may-not', { role: actor.role });
  }
  const row = found.value;
  const stale = staleVersion(row, ifMatch);
  if (stale) return stale;
  const options = { commandId, ifMatch };
  if (isContent(decision)) {
    const write = WRITE[decision.kind] as Write<Content>;
    return write(services, actor, row, decision, options);
  }
  if (decision.kind === 'reopen' && isEnded(row.status as RequestStatus)) {
    return reopenRequest(services, actor, row, decision.reason, options);
  }
  const prepared = await commandOf(services, row, decision, { actor, commandId });
  if (!prepared.ok) return prepared;
  return sendRequestCommand(services, { actor, row, ...options, ...prepared.value });
}

type Content = Extract<Decision, { kind: ContentKind }>;
type Write<C extends Content> = (
  services: Services,
  actor: Actor,
  row: ViewRow,
  content: C,
  options: WriteOptions,
) => Promise<Result<RequestView>>;

/** Beside the process: possible while it can't be reached. */
const WRITE: { [K in ContentKind]: Write<Extract<Content, { kind: K }>> } = {
  note: (services, actor, row, { body, mentions }, options) =>
    writeNote(services, actor, row, { body, mentions }, options),
  'draft-response': (services, actor, row, { body, base }, options) =>
    writeDraft(services, actor, row, body, { ...options, base }),
  'answer-follow-up': (services, actor, row, { body, base }, options) =>
    writeFollowUpDraft(services, actor, row, body, { ...options, base }),
  reply: (services, actor, row, { body }, options) => replyToRequester(services, actor, row, body, options),
  'refuse-reopening': (services, actor, row, { reason }, options) =>
    refuseReopening(services, actor, row, reason, options),
};

const isContent = (decision: Decision): decision is Content => Object.hasOwn(WRITE, decision.kind);
