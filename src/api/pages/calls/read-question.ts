import { type Question, questionSchema } from '../../../domain/calls/question.schema.js';
import type { QuestionAbout } from '../../../domain/calls/question-policy.js';
import type { TopicRule } from '../../../domain/calls/recurrence.js';
import { needsSupervisor } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { ok } from '../../../domain/result.js';
import type { Texts } from '../../text/texts.js';
import type { PageError, Read } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { type Fields, one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { kindFields } from './question-form.js';
import { readSupervisor } from './read-supervisor.js';

/** What was typed, as a question; pointers name the inputs. */
export function readQuestion(
  texts: Texts,
  fields: Fields,
  { rule, program, email }: { rule: TopicRule; program: Program; email: string },
): Read<Question> {
  const asked = new Set(kindFields(texts, rule).map((field) => 'name' in field && field.name));
  const role = one(fields, 'role');
  // Typed for a role that needs none, it is left out: nobody is told without need.
  const supervisor = needsSupervisor(program, role)
    ? readSupervisor(texts, fields, { program, email, optional: true })
    : ok(undefined);
  const yes = (name: string) => one(fields, name) === 'yes';
  const read = questionSchema.safeParse({
    asker: {
      name: one(fields, 'name'),
      email,
      role,
      organization: one(fields, 'organization').trim() || undefined,
    },
    supervisor: supervisor.ok ? supervisor.value : undefined,
    question: one(fields, 'question'),
    needsLegalAnalysis: asked.has('needsLegalAnalysis') ? yes('needsLegalAnalysis') : false,
    empWorksheetCompleted: rule.worksheetFirst && yes('empWorksheetCompleted'),
    convertIfUnselected: yes('convertIfUnselected'),
    questionAbout: asked.has('questionAbout') ? one(fields, 'questionAbout') || undefined : undefined,
  });
  const errors: PageError[] = read.success ? [] : flat(zodFieldErrors(read.error));
  if (asked.has('needsLegalAnalysis') && !['yes', 'no'].includes(one(fields, 'needsLegalAnalysis'))) {
    errors.push({
      pointer: '/needsLegalAnalysis',
      message: texts.calls.aboutCall.ask.errors.needsLegalAnalysis,
    });
  }
  if (!supervisor.ok) errors.push(...(supervisor.problem.errors ?? []));
  return read.success && errors.length === 0 ? ok(read.data) : wrongFields(errors);
}

/** The inputs stand side by side, whatever object their values go into. */
const flat = <E extends { pointer: string }>(errors: E[]): E[] =>
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
