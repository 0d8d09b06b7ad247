import type { Actor } from '../../../domain/people/actor.js';
import { type CorrespondenceFrom, messageRefusal } from '../../../domain/requests/correspondence.js';
import type { RequestStatus } from '../../../domain/requests/statuses.js';
import { ok, type Result } from '../../../domain/result.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { Services } from '../../../ports/services.js';
import type { WriteOptions } from './lock-for-letter.js';
import { whoWrote } from './who-wrote.js';
import { writeAsOutsider } from './write-as-outsider.js';

export interface MessageWritten {
  id: string;
  at: Instant;
  from: CorrespondenceFrom;
}

/** A message about an open request. It moves no clock; staff see that it waits for a reply. */
export async function writeMessage(
  services: Services,
  actor: Actor,
  id: string,
  { body }: { body: string },
  options: WriteOptions,
): Promise<Result<MessageWritten>> {
  const result = await writeAsOutsider(
    services,
    actor,
    id,
    {
      text: body,
      kindOf: (row, at) => ({
        event: 'message-received',
        field: 'message',
        mail: 'message-from-requester',
        change: { messageWaitingSince: row.messageWaitingSince ?? at },
        refusal: ({ status }) => messageRefusal(status as RequestStatus),
      }),
    },
    options,
  );
  if (!result.ok) return result;
  const { row, written } = result.value;
  return ok({
    id: written.id,
    at: written.createdAt.toISOString(),
    from: whoWrote(row, { field: 'message', author: written.author }),
  });
}
