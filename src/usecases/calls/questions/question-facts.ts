import type { CallStatus } from '../../../domain/calls/call-statuses.js';
import type { QuestionAbout, QuestionFacts } from '../../../domain/calls/question-policy.js';
import { PLACE_TAKING_STATUSES } from '../../../domain/calls/question-statuses.js';
import type { CallSeries, CallTopic } from '../../../domain/program/call-series.schema.js';
import type { Transaction } from '../../../ports/database.js';
import type { Services } from '../../../ports/services.js';
import { passedBy } from '../../completions/passed-courses.js';
import { isRefusedNow } from '../../conduct/active-refusal.js';
import { askedBefore } from '../asked-before.js';
import type { CallRow } from '../call-row.js';

/** The call as the policy looks at it. */
export function callFacts(row: CallRow): QuestionFacts['call'] {
  return {
    id: row.id,
    status: row.status as CallStatus,
    topic: row.topic as CallTopic,
    windowOpensAt: row.windowOpensAt.toISOString(),
    questionsCloseAt: row.questionsCloseAt.toISOString(),
  };
}

/** All that `refuseQuestion` wants to know; read with the call locked. */
export async function questionFacts(
  tx: Transaction,
  services: Services,
  asked: {
    row: CallRow;
    series: CallSeries;
    at: Date;
    personId: string;
    role: string;
    needsLegalAnalysis: boolean;
    questionAbout: QuestionAbout | undefined;
    fingerprint: string;
    organizationKeys: string[];
    /** The question being edited, which doesn't stand in its own way. */
    questionId?: string;
  },
): Promise<QuestionFacts> {
  const { row, series, personId, questionId } = asked;
  const others = await tx.callQuestion.findMany({
    where: {
      callId: row.id,
      status: { in: PLACE_TAKING_STATUSES },
      OR: [{ personId }, { organizationKey: { in: asked.organizationKeys } }],
      ...(questionId ? { id: { not: questionId } } : {}),
    },
    select: { personId: true, organizationKey: true },
  });
  const [{ passed, refused }] = await tx.$queryRaw<[{ passed: string[]; refused: boolean }]>`
    SELECT ${passedBy(personId)} AS passed, ${isRefusedNow(personId, asked.at)} AS refused`;
  const ofPerson = others.filter((other) => other.personId === personId).length;
  const ofOrganization = others.filter((other) =>
    asked.organizationKeys.includes(other.organizationKey ?? ''),
  );
  return {
    call: callFacts(row),
    at: asked.at.toISOString(),
    series,
    program: services.programs.current().program,
    role: asked.role,
    needsLegalAnalysis: asked.needsLegalAnalysis,
    questionAbout: asked.questionAbout,
    passedCourses: passed,
    // One that was asked before may still be put right.
    assistanceRefused: refused && !questionId,
    alreadyARequest: await askedBefore(tx, { ...asked, callId: row.id }),
    // The indexes hold each to one; a program may not allow more than they do.
    personHasQuestion: ofPerson > 0,
    organizationHasQuestion: ofOrganization.length > 0,
  };
}
