import { isErasedMail, type MailStatus } from '../../domain/mail/statuses.js';

/** What a mail's row says once its fate is known. `at`: when that is. */
export function settled(
  status: Exclude<MailStatus, 'queued' | 'sending' | 'collected'>,
  { at, ...why }: { at: Date; code: string | null } | { at: Date },
) {
  return {
    status,
    ...why,
    ...(isErasedMail(status) ? { sealed: null } : {}),
    ...(status === 'sent' || status === 'digested' ? { sentAt: at } : {}),
  };
}
