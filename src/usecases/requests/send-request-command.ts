import { type Actor, actorRef } from '../../domain/people/actor.js';
import { isAnswerField } from '../../domain/requests/answer-field.js';
import type { CaseField } from '../../domain/requests/case-texts.js';
import type { RequestCommand } from '../../domain/requests/decisions.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { sendCommand } from '../send-command.js';
import { draftIdOf, dropPending, keepPending } from './case-text.js';
import { planAhead } from './plan-ahead.js';
import { type ViewRow, viewOf } from './request-view.js';

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

/** Asks a running request to carry out a command; answers how it stands then. */
export async function sendRequestCommand(services: Services, args: Sending): Promise<Result<RequestView>> {
  const { actor, row, command, commandId, onBehalfOf, ifMatch, texts } = args;
  const sent = await sendCommand(services, {
    actor,
    command,
    commandId,
    onBehalfOf,
    workflowId: requestWorkflowId(row.id, row.episode),
    upon: { row, ifMatch },
    plan: {
      pointer: FIELD[command.kind] ?? '',
      ahead: (envelope, at) => planAhead(services, row, envelope, { at, texts }),
    },
    words: {
      keep: (at) => writePending(services, args, at),
      drop: () => dropPending(services.db, row.id, commandId),
    },
    whenEnded: refuse('ended-meanwhile'),
  });
  if (sent.ok) return ok(await viewOf(services, actor, row.id));
  // The process knows no fields.
  return sent.problem.reason === 'answer-moved' ? refuseAt('/body', 'answer-moved') : sent;
}

async function writePending(
  services: Services,
  { actor, row, commandId, texts = {} }: Sending,
  at: Date,
): Promise<void> {
  const written = Object.entries(texts).filter((entry): entry is [CaseField, string] => Boolean(entry[1]));
  if (written.length === 0) return;
  await keepPending(services.db, services, {
    request: row,
    commandId,
    author: actorRef(actor),
    at,
    texts: written.map(([field, text]) => ({
      id: isAnswerField(field) ? draftIdOf(row.id, commandId) : undefined,
      field,
      text,
    })),
  });
}
