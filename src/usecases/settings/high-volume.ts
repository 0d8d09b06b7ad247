import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { OPEN_STATUSES } from '../../domain/requests/statuses.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import type { HighVolume, HighVolumeView } from './high-volume.schema.js';

const KEY = 'high-volume';

export async function readHighVolume(services: Services, actor: Actor): Promise<Result<HighVolumeView>> {
  if (!may(actor, 'settings.high-volume')) return refuse('only-staff-see-high-volume');
  const [setting, openRequests] = await Promise.all([
    services.db.setting.findUnique({ where: { key: KEY } }),
    services.db.taRequest.count({ where: { status: { in: OPEN_STATUSES } } }),
  ]);
  const on = setting?.value === true;
  const threshold = services.programs.current().program.priority.highVolumeOpenRequests;
  return ok({ on, openRequests, threshold, highVolume: on || openRequests >= threshold });
}

export async function setHighVolume(
  services: Services,
  actor: Actor,
  { on }: HighVolume,
): Promise<Result<HighVolumeView>> {
  if (!may(actor, 'settings.high-volume')) return refuse('only-staff-set-high-volume');
  await services.db.setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value: on },
    update: { value: on },
  });
  services.log.info({ setting: KEY, on, by: actorRef(actor) }, 'setting changed');
  return readHighVolume(services, actor);
}
