import { MAIL, type MailKindAbout } from '../../domain/mail/kinds.js';
import { INTRODUCTION_MAILS, STAFF_LEARN_OF } from '../../domain/mentors/introduction-mails.js';
import type { IntroductionEvent, IntroductionState, Side } from '../../domain/mentors/introduction-state.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import { userIn } from '../../domain/people/actor.js';
import type { Recipient } from '../../domain/requests/notice.js';
import { createZone } from '../../domain/time/zone.js';
import type { MailData } from '../../emails/mail-data.js';
import type { RecordServices } from '../../ports/services.js';
import { collectedFor } from '../digest/collected-for.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { addressedBy, coversOf, NOBODY } from '../requests/recipients.js';
import { addressOf } from './address-of.js';
import { introductionToken } from './introduction-links.js';
import type { IntroductionRow } from './introduction-row.js';
import { mentorLink, mentorToken } from './mentor-link.js';
import { rememberLink } from './remember-link.js';

interface Told {
  row: IntroductionRow;
  state: IntroductionState;
  event: IntroductionEvent;
}

type Kind = MailKindAbout<'introduction'>;

/** What a kind leads to: a link of its own that asks, or their page once they sign in. */
const ASKS: Partial<Record<Kind, 'consent' | 'follow-up'>> = {
  'introduction-asked': 'consent',
  'introduction-reminder': 'consent',
  'mentoring-asked': 'consent',
  'mentoring-reminder': 'consent',
  'introduction-follow-up': 'follow-up',
  'mentoring-follow-up': 'follow-up',
};

/** Each learns who the other is by these alone. */
const NAMES_THE_OTHER: readonly Kind[] = ['introduction-made', 'mentoring-made'];

/** Writes the mails of an event. */
export async function queueIntroductionMails(
  rec: Recording,
  services: RecordServices,
  told: Told,
): Promise<void> {
  const kinds = INTRODUCTION_MAILS[told.event.type](told.event);
  for (const [index, kind] of kinds.entries()) await queueOne(rec, services, told, { kind, index });
  if (STAFF_LEARN_OF.includes(told.event.type)) await tellStaff(rec, services, told, kinds.length);
}

async function queueOne(
  rec: Recording,
  services: RecordServices,
  { row, state, event }: Told,
  { kind, index }: { kind: Kind; index: number },
): Promise<void> {
  const { tx } = rec;
  const { program } = services.programs.current();
  const side: Side = MAIL[kind].to === 'mentor' ? 'mentor' : 'requester';
  const mentor = await tx.mentor.findUniqueOrThrow({ where: { id: row.mentorId } });
  const requester = await addressOf(tx, row.requesterId, row.requesterEmail);
  const mentorAddress = await addressOf(tx, mentor.personId, mentor.email);
  const [mine, other] = side === 'mentor' ? [mentorAddress, requester] : [requester, mentorAddress];
  const asks = ASKS[kind];
  const token = asks && introductionToken(services, { id: row.id, side, asks });
  if (token) rememberLink(rec, { token, email: mine.email, introductionId: row.id, side });
  if (side === 'mentor') {
    rememberLink(rec, { token: mentorToken(services, mentor), email: mine.email, mentorId: mentor.id });
  }
  const otherId = side === 'mentor' ? row.requesterId : mentor.personId;
  await queueMessage(rec, services, {
    kind,
    aboutId: row.id,
    to: [mine.email],
    effectKey: `${introductionWorkflowId(row.id)}#${event.seq}#${kind}`,
    // Lists show them as they came: two of one event are not of one instant.
    at: new Date(rec.at.getTime() + index),
    data: {
      ...programFacts(services),
      recipientName: mine.name,
      link: `${services.appUrl}${token ? `/introduction/${token}` : `/my/introductions/${row.id}`}`,
      dueOn: state.answerBy === null ? undefined : createZone(program.zone).dateOf(state.answerBy),
      ...(side === 'mentor' ? { leaveLink: mentorLink(services, mentor) } : {}),
      ...(NAMES_THE_OTHER.includes(kind) ? await whoTheyAre(rec, otherId, other) : {}),
    },
  });
}

async function whoTheyAre(
  { tx }: Recording,
  personId: string,
  { email, name }: { email: string; name: string },
): Promise<Partial<MailData>> {
  const { organization } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { organization: { select: { name: true } } },
  });
  return { otherEmail: email, otherName: name, otherOrganization: organization?.name };
}

/** Nothing came of it: whoever proposed it, else whoever has the request, may propose somebody else. */
async function tellStaff(
  rec: Recording,
  services: RecordServices,
  { row, event }: Told,
  index: number,
): Promise<void> {
  if (row.requestId === null) return;
  const { program } = services.programs.current();
  const request = await rec.tx.taRequest.findUniqueOrThrow({
    where: { id: row.requestId },
    select: { reference: true, assigneeId: true },
  });
  const told = (assigneeId: string | null, who: Recipient) =>
    addressedBy(rec.tx, program, { ...NOBODY, id: row.requestId ?? undefined, at: rec.at, assigneeId }, [
      who,
    ]);
  const proposer = await told(userIn(row.proposedBy), 'assignee');
  const to = proposer.length > 0 ? proposer : await told(request.assigneeId, 'handler');
  const kind = 'introduction-outcome';
  await queueMessage(rec, services, {
    kind,
    aboutId: row.requestId,
    to: [...new Set(to.map(({ email }) => email))],
    collectedFor: collectedFor(services, { kind, to, reminded: {} }),
    effectKey: `${introductionWorkflowId(row.id)}#${event.seq}#${kind}`,
    at: new Date(rec.at.getTime() + index),
    data: {
      ...programFacts(services),
      reference: request.reference,
      link: `${services.appUrl}/staff/requests/${row.requestId}`,
      covers: coversOf(to),
      audience: 'staff',
    },
  });
}
