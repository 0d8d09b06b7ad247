import type { QuestionAbout } from '../../../../domain/calls/question-policy.js';
import { roleOf } from '../../../../domain/program/lookup.js';
import { boardQuestions } from '../../../../usecases/calls/board-questions.js';
import type { QuestionRow } from '../../../../usecases/calls/questions.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
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
export async function boardRows(services: AppServices, texts: Texts, call: StaffCall): Promise<BoardRow[]> {
  const { questionAbout, aboutCall } = texts.staff.calls;
  const text = aboutCall.questions;
  const { questions, passed, withWorksheet } = unwrap(await boardQuestions(services, call));
  return questions.map((question, index) => ({
    id: question.id,
    number: index + 1,
    selected: question.status === 'selected',
    who: question.askerName,
    role: roleOf(call.program, question.askerRole)?.label ?? question.askerRole,
    organization: question.organizationName ?? text.noOrganization,
    about: questionAbout[question.questionAbout as QuestionAbout] ?? question.questionAbout,
    asked: text.asked(texts.dates.shortDateTime(question.askedAt.toISOString(), call.zone)),
    marks: [
      ...(withWorksheet.has(question.id) ? [{ text: text.marks.attached, classes: 'moj-badge--blue' }] : []),
      ...marksOf(text.marks, question, passed),
    ],
    href: paths.aboutCall('questions/:question', call.row.id, question.id),
    row: question,
  }));
}

function marksOf(
  marks: Texts['staff']['calls']['aboutCall']['questions']['marks'],
  question: QuestionRow,
  passed: Set<string> | null,
) {
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
