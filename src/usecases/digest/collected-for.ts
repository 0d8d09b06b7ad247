import type { Reminded } from '../../domain/mail/digest.js';
import { MAIL, type MailSheet } from '../../domain/mail/kinds.js';
import type { NoticeKind } from '../../domain/requests/notice.js';
import type { RecordServices } from '../../ports/services.js';
import type { Addressed } from '../requests/recipients.js';

/** Of those a notice goes to, who reads of it in their daily digest, since it can wait. */
export function collectedFor(
  { programs }: Pick<RecordServices, 'programs'>,
  {
    kind,
    to,
    reminded,
  }: {
    kind: NoticeKind;
    to: readonly (Pick<Addressed, 'email' | 'digest'> & Partial<Addressed>)[];
    reminded: Reminded;
  },
): string[] {
  const { waits } = MAIL[kind] as MailSheet<'request'>;
  if (!waits || !programs.current().program.mail.staffDigest || !waits.when(reminded)) return [];
  const atOnce = to
    .filter(({ as, digest }) => (as && as === waits.notFor) || !digest)
    .map(({ email }) => email);
  const collected = to.map(({ email }) => email).filter((email) => !atOnce.includes(email));
  return [...new Set(collected)];
}
