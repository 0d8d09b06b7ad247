import { type Question, questionSchema } from '../../../domain/calls/question.schema.js';
import type { QuestionAbout } from '../../../domain/calls/question-policy.js';
import type { TopicRule } from '../../../domain/calls/recurrence.js';
import { needsSupervisor } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { questionText as text } from '../../text/call-questions.js';
import type { PageError } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { type Fields, one } from '../kit/fields.js';
import { withOwnWords } from '../kit/with-own-words.js';
import { readSupervisor } from './read-supervisor.js';

export interface QuestionFormContext {
  rule: TopicRule;
  program: Program;
  email: string;
}

/** Which of the form's inputs a call of this topic has. Trafficking analysis is always legal analysis, what is not legal never. */
export function inputsFor(rule: TopicRule): { about: boolean; analysis: boolean; worksheet: boolean } {
  return {
    about: rule.questionsAbout.length > 1,
    analysis: rule.questionsAbout.includes('general-legal'),
    worksheet: rule.worksheetFirst,
  };
}

/** What was typed, as a question; pointers name the inputs. */
export function readQuestion(
  fields: Fields,
  { rule, program, email }: QuestionFormContext,
): { ok: true; question: Question } | { ok: false; errors: PageError[] } {
  const inputs = inputsFor(rule);
  const role = one(fields, 'role');
  // Typed for a role that needs none, it is left out: nobody is told without need.
  const supervisor = needsSupervisor(program, role)
    ? readSupervisor(fields, { program, email, optional: true })
    : { ok: true as const, supervisor: undefined };
  const read = questionSchema.safeParse({
    asker: {
      name: one(fields, 'name'),
      email,
      role,
      organization: one(fields, 'organization').trim() || undefined,
    },
    supervisor: supervisor.ok ? supervisor.supervisor : undefined,
    question: one(fields, 'question'),
    needsLegalAnalysis: inputs.analysis ? one(fields, 'needsLegalAnalysis') === 'yes' : false,
    empWorksheetCompleted: inputs.worksheet && one(fields, 'empWorksheetCompleted') === 'yes',
    convertIfUnselected: one(fields, 'convertIfUnselected') === 'yes',
    questionAbout: inputs.about ? one(fields, 'questionAbout') || undefined : undefined,
  });
  const errors = read.success ? [] : withOwnWords(flat(zodFieldErrors(read.error)), fields, text.errors);
  if (inputs.about && one(fields, 'questionAbout') === '') {
    errors.push({ pointer: '/questionAbout', message: text.errors.questionAbout });
  }
  if (inputs.analysis && !['yes', 'no'].includes(one(fields, 'needsLegalAnalysis'))) {
    errors.push({ pointer: '/needsLegalAnalysis', message: text.errors.needsLegalAnalysis });
  }
  if (!supervisor.ok) errors.push(...supervisor.errors);
  if (!read.success || errors.length > 0) return { ok: false, errors };
  return { ok: true, question: read.data };
}

/** The inputs stand side by side, whatever object their values go into. */
const flat = (errors: PageError[]): PageError[] =>
  errors.map((error) => ({ ...error, pointer: error.pointer.replace(/^\/asker/, '') }));

/** A stored question, as its inputs show it. */
export function fieldsOfQuestion(question: {
  asker: { name: string; role: string; organization: string | null };
  supervisor: { name: string; email: string; role: string } | null;
  question: string;
  questionAbout: QuestionAbout;
  needsLegalAnalysis: boolean;
  empWorksheetCompleted: boolean;
  convertIfUnselected: boolean;
}): Fields {
  const yes = (flag: boolean) => (flag ? 'yes' : 'no');
  return {
    name: question.asker.name,
    role: question.asker.role,
    organization: question.asker.organization ?? '',
    question: question.question,
    questionAbout: question.questionAbout,
    needsLegalAnalysis: yes(question.needsLegalAnalysis),
    empWorksheetCompleted: yes(question.empWorksheetCompleted),
    convertIfUnselected: yes(question.convertIfUnselected),
    'supervisor-name': question.supervisor?.name ?? '',
    'supervisor-email': question.supervisor?.email ?? '',
    'supervisor-role': question.supervisor?.role ?? '',
  };
}
