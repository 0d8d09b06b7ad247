import type { QuestionAbout } from '../../../../domain/calls/question-policy.js';
import type { CallTopic } from '../../../../domain/program/call-series.schema.js';
import { roleOf } from '../../../../domain/program/lookup.js';
import { formatShortDateTime } from '../../../../domain/time/format.js';
import type { Services } from '../../../../ports/services.js';
import { ordered, type QuestionRow, standingQuestions } from '../../../../usecases/calls/questions.js';
import { questionAboutLabels, questionsText as text } from '../../../text/staff-calls/selection-board.js';
import { staffPaths as paths } from '../staff-paths.js';
import type { StaffCall } from './load-call.js';

export interface BoardRow {
  id: string;
  number: number;
  selected: boolean;
  who: string;
  role: string;
  organization: string;
  about: string;
  asked: string;
  marks: { text: string; classes: string }[];
  href: string;
  row: QuestionRow;
}

/** The questions that stand, in the order in which places are given, with what staff decide by. */
export async function boardRows(services: Services, call: StaffCall): Promise<BoardRow[]> {
  const standing = await standingQuestions(services.db, call.row.id);
  const questions = ordered(standing, call.series, call.row.topic as CallTopic);
  const passed = await passedBy(services, call, questions);
  return questions.map((question, index) => ({
    id: question.id,
    number: index + 1,
    selected: question.status === 'selected',
    who: question.askerName,
    role: roleOf(call.program, question.askerRole)?.label ?? question.askerRole,
    organization: question.organizationName ?? text.noOrganization,
    about: questionAboutLabels[question.questionAbout as QuestionAbout] ?? question.questionAbout,
    asked: text.asked(formatShortDateTime(question.askedAt.toISOString(), call.zone)),
    marks: marksOf(question, passed),
    href: paths.callQuestion(call.row.id, question.id),
    row: question,
  }));
}

function marksOf(question: QuestionRow, passed: Set<string> | null) {
  const { marks } = text;
  const prerequisite = passed?.has(question.personId)
    ? { text: marks.prerequisite, classes: 'moj-badge--green' }
    : { text: marks.noPrerequisite, classes: 'moj-badge--red' };
  return [
    ...(question.empWorksheetCompleted ? [{ text: marks.worksheet, classes: 'moj-badge--blue' }] : []),
    ...(passed ? [prerequisite] : []),
    ...(question.moveToCallId
      ? [{ text: question.moveAnswer ? marks.moveDeclined : marks.moveAsked, classes: 'moj-badge--red' }]
      : []),
    ...(question.needsLegalAnalysis ? [{ text: marks.legal, classes: 'moj-badge--purple' }] : []),
  ];
}

/** Askers who passed one of the courses the topic asks for; null where it asks for none. */
async function passedBy(
  services: Services,
  { rule }: StaffCall,
  questions: readonly QuestionRow[],
): Promise<Set<string> | null> {
  if (rule.askerNeedsAnyOf.length === 0) return null;
  const rows = await services.db.completion.findMany({
    where: {
      personId: { in: questions.map(({ personId }) => personId) },
      courseId: { in: rule.askerNeedsAnyOf },
      passed: true,
    },
    select: { personId: true },
  });
  return new Set(rows.flatMap(({ personId }) => (personId ? [personId] : [])));
}
