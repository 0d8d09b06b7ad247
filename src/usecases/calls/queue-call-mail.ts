import type { MeetingTrouble } from '../../domain/calls/meeting-problem.js';
import type { DayFlag } from '../../domain/calls/occurrence.js';
import type { MailKind } from '../../domain/mail/kinds.js';
import { callSeriesOf } from '../../domain/program/lookup.js';
import type { MailData } from '../../emails/mail-data.js';
import type { RecordServices } from '../../ports/services.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import type { CallRow } from './call-row.js';

export interface CallMail {
  kind: MailKind;
  call: Pick<CallRow, 'id' | 'seriesId' | 'startsAt' | 'questionsCloseAt' | 'cancelReason' | 'publicReason'>;
  /** Question or registration it is about; the call itself otherwise. */
  about?: string;
  alsoAbout?: string;
  to: string;
  name?: string;
  link: string;
  effectKey: string;
  convertsAt?: string;
  supervisorMissing?: boolean;
  /** Start before a move. */
  wasAt?: string;
  pollLink?: string;
  /** Last day on which it is open. */
  pollUntil?: string;
  meetingTrouble?: MeetingTrouble;
  /** What stands against its date. */
  dayOff?: DayFlag['kind'];
  /** When it is cancelled by itself. */
  cancelsAt?: string;
  /** The question fits another call. */
  offTopic?: boolean;
  /** On mail to listeners: the way out of the list. */
  unsubscribeLink?: string;
  batchId?: string;
}

/** Writes one mail about a call to the mail log: neutral facts, never a question's words or the way in. */
export async function queueCallMail(
  rec: Recording,
  services: Pick<RecordServices, 'vault' | 'mail' | 'appUrl' | 'programs'>,
  mail: CallMail,
): Promise<void> {
  const { program } = services.programs.current();
  const { call } = mail;
  return queueMessage(rec, services, {
    kind: mail.kind,
    aboutId: mail.about ?? call.id,
    relatedId: mail.alsoAbout,
    batchId: mail.batchId,
    to: [mail.to],
    effectKey: mail.effectKey,
    data: {
      organizationName: program.organization.shortName,
      contactEmail: program.organization.email,
      recipientName: mail.name,
      link: mail.link,
      callTitle: callSeriesOf(program, call.seriesId)?.title,
      callAt: call.startsAt.toISOString(),
      callWasAt: mail.wasAt,
      questionsCloseAt: call.questionsCloseAt.toISOString(),
      convertsAt: mail.convertsAt,
      supervisorMissing: mail.supervisorMissing,
      cancelReason: toldReason(call),
      pollLink: mail.pollLink,
      pollUntil: mail.pollUntil,
      meetingTrouble: mail.meetingTrouble,
      dayOff: mail.dayOff,
      cancelsAt: mail.cancelsAt,
      offTopic: mail.offTopic,
      unsubscribeLink: mail.unsubscribeLink,
      zone: program.zone,
    },
  });
}

/** What staff let everybody know goes before the code of how it came about. */
function toldReason({ publicReason, cancelReason }: CallMail['call']): MailData['cancelReason'] {
  return ((publicReason ?? cancelReason) as MailData['cancelReason'] | null) ?? undefined;
}
