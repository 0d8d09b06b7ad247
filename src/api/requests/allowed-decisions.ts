import type { Services } from '../../activities/ports.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ALLOWED_IN, DRAFT_IN } from '../../domain/requests/allowance.js';
import type { RequestCommandKind } from '../../domain/requests/command.js';
import type { DecisionKind } from '../../domain/requests/decision.schema.js';
import type { RequestStatus } from '../../domain/requests/status.js';

/** What a view is decided by. */
export interface Decidable {
  status: string;
  supervisorStatus: string;
  draftAuthor: string | null;
  extensions: number;
  reviewRequired: boolean;
}

const DECISIONS: DecisionKind[] = [
  'assign',
  'request-information',
  'draft-response',
  'submit-for-review',
  'return-response',
  'send-response',
  'extend',
  'reprioritise',
  'reclassify',
  'change-deadline',
  'redirect',
  'decline',
  'merge',
  'close',
  'reopen',
  'note',
];

/** The decisions this actor can take now about a request they see. */
export async function allowedDecisions(
  services: Services,
  actor: Actor,
  view: { id: string },
): Promise<DecisionKind[]> {
  const row = await services.db.taRequest.findUniqueOrThrow({ where: { id: view.id } });
  const program = await services.programs.byVersion(services.db, row.programVersionId);
  return possibleDecisions(actor, {
    status: row.status,
    supervisorStatus: row.supervisorStatus,
    draftAuthor: row.draftAuthor,
    extensions: row.extensionDays,
    reviewRequired: program.responseReview === 'required',
  });
}

/** The decisions this actor can take now: pages show these and no others. The workflow has the last word. */
export function possibleDecisions(actor: Actor, request: Decidable): DecisionKind[] {
  return DECISIONS.filter((kind) => permitted(actor, kind, request) && possible(actor, kind, request));
}

function permitted(actor: Actor, kind: DecisionKind, request: Decidable): boolean {
  if (kind === 'decline') return may(actor, 'decision.decline-scope');
  if (kind === 'extend' && request.extensions > 0) return may(actor, 'decision.extend-beyond');
  return may(actor, `decision.${kind}`);
}

function possible(actor: Actor, kind: DecisionKind, request: Decidable): boolean {
  const status = request.status as RequestStatus;
  if (kind === 'note') return true;
  if (kind === 'draft-response') return DRAFT_IN.includes(status);
  if (!ALLOWED_IN[kind as RequestCommandKind].includes(status)) return false;
  const own = request.draftAuthor === actorRef(actor);
  switch (kind) {
    case 'submit-for-review':
      return request.draftAuthor !== null;
    case 'return-response':
      return !own;
    case 'send-response':
      if (request.supervisorStatus === 'unconfirmed' || request.supervisorStatus === 'refused') return false;
      return request.reviewRequired ? status === 'in-review' && !own : request.draftAuthor !== null;
    default:
      return true;
  }
}
