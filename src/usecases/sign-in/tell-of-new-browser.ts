import { LIMITS } from '../../domain/limits.js';
import { actorRef } from '../../domain/people/actor.js';
import type { RecordServices } from '../../ports/services.js';
import { spend } from '../limits/spend.js';
import { queueMessage } from '../mail/queue-message.js';
import { recording } from '../recording.js';
import type { ByMail } from './resolve-actor.js';

/**
 * Somebody signed in with a browser that they never did with: they are told, at the address they signed in with, a few times a day
 * at most. Who signs in for the first time knows it. Neither browser nor network is told, and neither is kept.
 */
export async function tellOfNewBrowser(services: RecordServices, who: ByMail): Promise<void> {
  const before = await services.db.securityEvent.findFirst({
    where: { kind: 'signed-in', actor: actorRef(who) },
    select: { id: true },
  });
  if (!before || !(await spend(services, LIMITS.newBrowserMails, who.email)).allowed) return;
  const { organization } = services.programs.current().program;
  await recording(services, (rec) =>
    queueMessage(rec, services, {
      ...{ kind: 'new-sign-in', aboutId: null, to: [who.email], effectKey: null },
      data: {
        organizationName: organization.shortName,
        contactEmail: organization.email,
        link: new URL('/account', services.appUrl).href,
      },
    }),
  );
}
