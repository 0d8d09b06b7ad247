import type { MailKind } from '../../domain/mail/kinds.js';
import type { MailData } from '../../emails/mail-data.js';
import type { RecordServices } from '../../ports/services.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';

/** To every admin there is, a mail each, in the transaction of what it tells: whoever did it unseen is seen. */
export async function tellAdmins(
  rec: Recording,
  services: RecordServices,
  kind: Extract<MailKind, 'admin-added' | 'admin-key-made'>,
  {
    path,
    except,
    ...data
  }: Pick<MailData, 'keyPrefix' | 'colleagueName'> & { path: string; except?: string | undefined },
): Promise<void> {
  const admins = await rec.tx.staff.findMany({
    where: { role: 'admin', active: true, ...(except ? { id: { not: except } } : {}) },
    orderBy: { id: 'asc' },
    select: { email: true },
  });
  const { organization } = services.programs.current().program;
  for (const { email } of admins) {
    await queueMessage(rec, services, {
      ...{ kind, aboutId: null, to: [email], effectKey: null },
      data: {
        organizationName: organization.shortName,
        contactEmail: organization.email,
        link: new URL(path, services.appUrl).href,
        ...data,
      },
    });
  }
}
