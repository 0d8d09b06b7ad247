import type { MailKind } from '../../domain/mail/kinds.js';
import type { RecordServices } from '../../ports/services.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { addressesOf, NOBODY } from '../requests/recipients.js';

type Mails = Extract<MailKind, `privacy-${string}`>;
type ToStaff = Extract<Mails, 'privacy-waits' | 'privacy-overdue'>;
type Writes = Pick<RecordServices, 'vault' | 'mail' | 'appUrl' | 'programs'>;

/** To whoever wishes it, at the address they are signed in with: that there is something to read, and not what. */
export async function mailPerson(
  rec: Recording,
  services: Writes,
  mail: {
    kind: Exclude<Mails, ToStaff>;
    id: string;
    to: string;
    path: string;
    dueOn?: string | undefined;
    lapseOn?: string | undefined;
    effectKey: string;
  },
): Promise<void> {
  const { organization } = services.programs.current().program;
  const { kind, id, to, path, effectKey, ...dates } = mail;
  await queueMessage(rec, services, {
    kind,
    aboutId: id,
    to: [to],
    effectKey,
    data: {
      organizationName: organization.shortName,
      contactEmail: organization.email,
      link: `${services.appUrl}${path}`,
      ...dates,
    },
  });
}

/** To every director and admin, a mail each: both may carry it out. */
export async function mailStaff(
  rec: Recording,
  services: Writes,
  { kind, id, dueOn, effectKey }: { kind: ToStaff; id: string; dueOn: string | null; effectKey: string },
): Promise<void> {
  const { program } = services.programs.current();
  const directors = await addressesOf(rec.tx, program, { ...NOBODY, at: rec.at }, ['directors']);
  const admins =
    kind === 'privacy-overdue'
      ? []
      : await rec.tx.staff.findMany({ where: { role: 'admin', active: true }, select: { email: true } });
  for (const to of new Set([...directors, ...admins.map(({ email }) => email)])) {
    await queueMessage(rec, services, {
      kind,
      aboutId: id,
      to: [to],
      effectKey: `${effectKey}#${to}`,
      data: {
        organizationName: program.organization.shortName,
        contactEmail: program.organization.email,
        link: `${services.appUrl}/staff/privacy/${id}`,
        ...(dueOn === null ? {} : { dueOn }),
        audience: 'staff',
      },
    });
  }
}
