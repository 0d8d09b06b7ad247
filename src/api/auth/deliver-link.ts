import type { RecordServices } from '../../activities/ports.js';
import { queueMessage } from '../../records/mail/queue-message.js';
import { inRecording } from '../../records/requests/request-row.js';
import { signInUrl } from './sign-in-url.js';

/** Puts the mail with a sign-in link into the ledger; it goes out like every other mail. */
export function createLinkDelivery(services: RecordServices) {
  return async ({ email, token, next }: { email: string; token: string; next: string }): Promise<void> => {
    const { organization } = services.programs.current().program;
    await inRecording(services, async (tx, toKick) => {
      toKick(
        await queueMessage(tx, services, {
          kind: 'sign-in',
          aboutId: null,
          to: [email],
          data: {
            organizationName: organization.name,
            contactEmail: organization.email,
            link: signInUrl({ appUrl: services.appUrl, token, next }),
            minutesValid: 10,
          },
          effectKey: null,
          at: services.clock.now(),
        }),
      );
    });
  };
}
