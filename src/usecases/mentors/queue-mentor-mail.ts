import { MAIL, type MailKindAbout } from '../../domain/mail/kinds.js';
import { createZone } from '../../domain/time/zone.js';
import type { RecordServices } from '../../ports/services.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { addressOf } from './address-of.js';
import { mentorLink, mentorToken } from './mentor-link.js';
import type { MentorRow } from './mentor-row.js';
import { rememberLink } from './remember-link.js';

/** A mail about somebody's place in the pool. */
export async function queueMentorMail(
  rec: Recording,
  services: RecordServices,
  { kind, row, effectKey }: { kind: MailKindAbout<'mentor'>; row: MentorRow; effectKey: string },
): Promise<void> {
  const { program } = services.programs.current();
  const { email, name } = await addressOf(rec.tx, row.personId, row.email);
  const link = mentorLink(services, row);
  rememberLink(rec, { token: mentorToken(services, row), email, mentorId: row.id });
  await queueMessage(rec, services, {
    kind,
    aboutId: row.id,
    to: [email],
    effectKey,
    data: {
      ...programFacts(services),
      recipientName: name,
      ...LINKS[kind]({ link, appUrl: services.appUrl }),
      atOnce: row.capacity,
      dueOn: createZone(program.zone).dateOf(row.invitedUntil.toISOString()),
    },
  });
}

const LINKS: Record<
  MailKindAbout<'mentor'>,
  (links: { link: string; appUrl: string }) => { link: string; leaveLink?: string }
> = {
  'mentor-invitation': ({ link }) => ({ link }),
  'mentor-invitation-reminder': ({ link }) => ({ link }),
  'mentor-joined': ({ link, appUrl }) => ({ link: `${appUrl}/my/mentoring`, leaveLink: link }),
  'mentor-left': ({ link }) => ({ link }),
  'mentor-removed': ({ appUrl }) => ({ link: `${appUrl}/about` }),
};

export const isToMentor = (kind: MailKindAbout<'introduction'>): boolean => MAIL[kind].to === 'mentor';
