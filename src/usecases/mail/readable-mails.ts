import type { Prisma } from '../../adapters/database/generated/client.js';
import { isMailKind, MAIL, MAIL_OF_REVIEWS } from '../../domain/mail/kinds.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { hiddenFrom, isHiddenFrom } from '../walls/hidden-from.js';

/** Of the mail log all but what tells of conduct reviews, of which nobody learns who doesn't hold them, and what is about requests that are hidden. */
export function mailsReadableBy(actor: Actor): Prisma.MessageWhereInput {
  const all = actor.kind === 'system' || may(actor, 'conduct.review');
  const hidden = hiddenFrom(actor);
  return {
    ...(all ? {} : { kind: { notIn: [...MAIL_OF_REVIEWS] } }),
    ...(hidden.length > 0
      ? { NOT: { AND: [{ aboutId: { not: null } }, { aboutId: { in: [...hidden] } }] } }
      : {}),
  };
}

export const mayReadMail = (
  actor: Actor,
  { kind, aboutId }: { kind: string; aboutId: string | null },
): boolean =>
  !isHiddenFrom(actor, aboutId) &&
  (may(actor, 'conduct.review') || !isMailKind(kind) || MAIL[kind].about !== 'review');
