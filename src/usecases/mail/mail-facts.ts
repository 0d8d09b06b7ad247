import type { AbsenceStatus } from '../../domain/absences/absence-statuses.js';
import type { CallStatus } from '../../domain/calls/call-statuses.js';
import type { QuestionStatus } from '../../domain/calls/question-statuses.js';
import type { ReviewStatus } from '../../domain/conduct/review-statuses.js';
import type { CallFacts, FactsOf, MailSubject } from '../../domain/mail/overtaken.js';
import { asksWhom, type IntroductionStatus } from '../../domain/mentors/introduction-statuses.js';
import type { MentorStatus } from '../../domain/mentors/mentor-statuses.js';
import type { RecordServices } from '../../ports/services.js';
import { wasThere } from '../calls/attendance.js';
import { type CallRow, hasJoinLink } from '../calls/call-row.js';
import { nextCall } from '../calls/next-call.js';
import { isRefusedAddress } from '../conduct/active-refusal.js';
import { withKey } from '../data-keys.js';
import { digestFacts } from '../digest/digest-facts.js';
import { hasRoom } from '../mentors/mentor-row.js';
import { requestFacts } from './request-facts.js';

type Needs = Pick<RecordServices, 'db' | 'programs' | 'appUrl'>;

/** How what mails are about stands now; null: there is no such thing any more. */
export const MAIL_FACTS: {
  [S in MailSubject]: (services: Needs, id: string, at: Date) => Promise<FactsOf[S] | null>;
} = {
  request: ({ db }, id, at) => requestFacts(db, id, at),
  async call({ db }, id) {
    const row = await db.call.findUnique({ where: { id }, include: withKey });
    return row && callFacts(row);
  },
  async question({ db }, id) {
    const row = await db.callQuestion.findUnique({ where: { id }, include: { call: { include: withKey } } });
    if (!row) return null;
    const proposed =
      row.moveToCallId !== null && row.moveAnswer === null
        ? await db.call.findUnique({ where: { id: row.moveToCallId }, include: withKey })
        : null;
    return {
      status: row.status as QuestionStatus,
      proposedTo: proposed && callFacts(proposed),
      attended: (await wasThere(db, row.call))(row.personId),
      call: callFacts(row.call),
    };
  },
  async registration({ db }, id, at) {
    const row = await db.callRegistration.findUnique({ where: { id }, include: withKey });
    if (!row) return null;
    const next = await nextCall(db, row.seriesId, at);
    return { status: row.status, nextCallAt: next?.startsAt.toISOString() ?? null };
  },
  async subscription({ db }, id) {
    const row = await db.subscription.findUnique({ where: { id } });
    return row && { asked: row.confirmUntil !== null, suppressed: row.suppressed };
  },
  async form({ db }, id, at) {
    const row = await db.unconfirmedSubmission.findUnique({ where: { id }, include: withKey });
    if (!row) return null;
    const waits = row.confirmedAt === null;
    const refused = waits && (await isRefusedAddress(db, row.email, at));
    return { waits, refused, email: row.email, linkHash: row.tokenHash };
  },
  async review({ db }, id) {
    const row = await db.conductReview.findUnique({ where: { id }, select: { status: true } });
    return row && { status: row.status as ReviewStatus };
  },
  async absence({ db }, id) {
    const select = { status: true, standIn: { select: { email: true } } } as const;
    const row = await db.absence.findUnique({ where: { id }, select });
    return row && { status: row.status as AbsenceStatus, standInEmail: row.standIn?.email ?? null };
  },
  async mentor({ db }, id) {
    const row = await db.mentor.findUnique({ where: { id }, select: { status: true, tokenHash: true } });
    return row && { status: row.status as MentorStatus, linkHash: row.tokenHash };
  },
  async introduction({ db }, id) {
    const row = await db.introduction.findUnique({ where: { id }, select: { status: true, mentorId: true } });
    if (!row) return null;
    const status = row.status as IntroductionStatus;
    const mentorHasRoom = asksWhom(status) !== 'mentor' || (await hasRoom(db, row.mentorId, id));
    return { status, mentorHasRoom };
  },
  digest: (services, id, at) => digestFacts(services, id, at),
  nothing: async () => ({}),
};

function callFacts(row: CallRow): CallFacts {
  return {
    status: row.status as CallStatus,
    startsAt: row.startsAt.toISOString(),
    questionsCloseAt: row.questionsCloseAt.toISOString(),
    selectUntil: row.selectUntil.toISOString(),
    staffConfirmed: row.staffConfirmed,
    meetingProblem: row.meetingProblem,
    hasLink: hasJoinLink(row),
  };
}
