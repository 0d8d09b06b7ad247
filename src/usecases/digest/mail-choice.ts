import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';

export interface MailChoice {
  /** What can wait comes by mails of its own, too. */
  atOnce: boolean;
}

/** How a member of staff gets their own mail. Refuses `forbidden`: nobody else has any. */
export async function readMailChoice({ db }: Services, actor: Actor): Promise<Result<MailChoice>> {
  const staff = actor.kind === 'user' ? await db.staff.findUnique({ where: { id: actor.id } }) : null;
  return staff ? ok({ atOnce: staff.mailAtOnce }) : refuse('only-staff-choose-mail');
}

/** Holds from the next mail on; what was collected before comes with the next digest. */
export async function chooseMail(
  { db }: Services,
  actor: Actor,
  { atOnce }: MailChoice,
): Promise<Result<MailChoice>> {
  if (actor.kind !== 'user') return refuse('only-staff-choose-mail');
  const { count } = await db.staff.updateMany({ where: { id: actor.id }, data: { mailAtOnce: atOnce } });
  return count > 0 ? ok({ atOnce }) : refuse('only-staff-choose-mail');
}
