import type { Actor } from '../../../domain/people/actor.js';
import { reopeningRefusal } from '../../../domain/requests/correspondence.js';
import type { RequestStatus } from '../../../domain/requests/statuses.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { ok, type Result } from '../../../domain/result.js';
import type { Services } from '../../../ports/services.js';
import { viewOf } from '../request-view.js';
import type { WriteOptions } from './lock-for-letter.js';
import { writeAsOutsider } from './write-as-outsider.js';

/** After the answer, or another end: asks staff to open the request again. They accept or refuse with a reason. */
export async function askReopening(
  services: Services,
  actor: Actor,
  id: string,
  { reason }: { reason: string },
  options: WriteOptions,
): Promise<Result<RequestView>> {
  const asked = await writeAsOutsider(
    services,
    actor,
    id,
    {
      text: reason,
      kindOf: (_row, at) => ({
        event: 'reopening-asked',
        field: 'reopening-request',
        mail: 'reopening-requested',
        change: { reopeningAskedAt: at },
        refusal: ({ status, reopeningAskedAt }) =>
          reopeningRefusal(status as RequestStatus, reopeningAskedAt?.toISOString() ?? null),
      }),
    },
    options,
  );
  return asked.ok ? ok(await viewOf(services, actor, id)) : asked;
}
