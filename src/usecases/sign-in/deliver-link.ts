import { LIMITS } from '../../domain/limits.js';
import { SIGN_IN_LINK_MINUTES } from '../../domain/people/sign-in-link.js';
import type { RecordServices } from '../../ports/services.js';
import { spend } from '../limits/spend.js';
import { queueMessage } from '../mail/queue-message.js';
import { recording } from '../recording.js';
import { localPath } from './local-path.js';
import { signInUrl } from './sign-in-url.js';

/** Puts the mail with a sign-in link into the mail log; it goes out like every other mail. Nobody's mailbox is filled
 * from here: beyond a number in ten minutes (wall time) to one address nothing goes out, and nothing shows it. */
export function createLinkDelivery(services: RecordServices) {
  return async ({ email, token, next }: { email: string; token: string; next: string }): Promise<void> => {
    if (!(await spend(services, LIMITS.signInMails, email)).allowed) return;
    const { organization } = services.programs.current().program;
    await recording(services, (rec) =>
      queueMessage(rec, services, {
        kind: 'sign-in',
        aboutId: null,
        to: [email],
        data: {
          organizationName: organization.shortName,
          contactEmail: organization.email,
          link: signInUrl({ appUrl: services.appUrl, token, next: localPath(next) }),
          minutesValid: SIGN_IN_LINK_MINUTES,
          linkUntil: new Date(Date.now() + SIGN_IN_LINK_MINUTES * 60_000).toISOString(),
        },
        effectKey: null,
      }),
    );
  };
}
