import { type Question, questionSchema } from '../../../domain/calls/question.schema.js';
import type { QuestionAbout } from '../../../domain/calls/question-policy.js';
import type { TopicRule } from '../../../domain/calls/recurrence.js';
import { needsSupervisor } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import { ok } from '../../../domain/result.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { PageError, Read } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { type Elsewhere, showInstead } from '../kit/elsewhere.js';
import { type Fields, one } from '../kit/fields.js';
import type { Field, Form } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import type { Standing } from '../kit/form-page.js';
import { foundIn } from '../kit/identifiers-check.js';
import { supervisorFields } from '../parts/supervisor-fields.js';
import { type Asking, isClosed } from './asking.js';
import { mayWrite } from './help-on.js';
import { readSupervisor } from './read-supervisor.js';
import { labels, listensOnly } from './series-words.js';
import { whoFields } from './who-fields.js';

/** The form of a question for a call. Once it can't be sent there any more, what was typed can still go another way. */
export function askForm(deps: AppDeps, texts: Texts, asking: Asking, standing: Standing): Form {
  const text = texts.calls.question;
  const { program } = deps.services.programs.current();
  const { rule, edit, known } = asking;
  const writes = mayWrite(asking, standing);
  const closed = writes && isClosed(deps, asking);
  return {
    // The version that was read, however often it is refused.
    ...(edit ? { hidden: { version: one(standing.typed, 'version') || String(edit.version) } } : {}),
    after: ['identifiers'],
    fields: [
      {
        type: 'words',
        name: 'question',
        label: text.question,
        size: 'm',
        hint: text.questionHint,
        rows: 8,
        most: MAX_TEXT,
        missing: text.errors.question,
      },
      ...kindFields(texts, rule),
      ...(edit ? [] : askerFields(texts, asking, program)),
      ...supervisorGroup(texts, asking, program),
      ...(rule.worksheetFirst ? [yesBox('empWorksheetCompleted', text.options, text.worksheet)] : []),
      yesBox(
        'convertIfUnselected',
        text.convertLegend,
        text.convert,
        text.convertHint(asking.series.questions.convertAfterBusinessDays),
      ),
    ],
    initial: known,
    buttons: [
      ...(closed ? [] : [{ text: edit ? text.save : text.send }]),
      // Behind the other one: the first button of a form is what the Enter key presses.
      ...(writes
        ? [
            {
              id: 'instead',
              text: text.instead.button,
              name: 'instead',
              value: 'written',
              ...(closed ? {} : { style: 'secondary' as const }),
            },
          ]
        : []),
    ],
    ...(edit ? { cancel: { text: text.cancel, href: paths.myCalls } } : {}),
  };
}

/** Trafficking analysis is always legal analysis, what is not legal never: only what is open is asked. */
function kindFields({ calls: { question: text } }: Texts, { questionsAbout }: TopicRule): Field[] {
  const about: Field = {
    type: 'radios',
    name: 'questionAbout',
    legend: text.about,
    choices: questionsAbout.map((value) => ({ value, text: text.abouts[value] })),
    missing: text.errors.questionAbout,
  };
  const analysis: Field = {
    type: 'radios',
    name: 'needsLegalAnalysis',
    legend: text.analysis,
    hint: text.analysisHint,
    inline: true,
    choices: [
      { value: 'yes', text: text.yes },
      { value: 'no', text: text.no },
    ],
  };
  return [
    ...(questionsAbout.length > 1 ? [about] : []),
    ...(questionsAbout.includes('general-legal') ? [analysis] : []),
  ];
}

function askerFields(texts: Texts, { series, email }: Asking, program: Program): Field[] {
  const text = texts.calls.question;
  return [
    ...whoFields(texts, text, { email, series, program }),
    {
      type: 'line',
      name: 'organization',
      label: text.organization,
      hint: text.organizationHint,
      autocomplete: 'organization',
    },
  ];
}

/** Only where roles may ask that need one. Who asked stays as it was: only roles it may be are spoken of. */
function supervisorGroup(texts: Texts, { series, rule, edit, known }: Asking, program: Program): Field[] {
  const text = texts.calls.question.supervisor;
  const roles = edit ? [one(known, 'role')] : series.audience;
  const supervised = roles.filter((role) => needsSupervisor(program, role));
  if (supervised.length === 0 || listensOnly(series, rule)) return [];
  const hint = text.hint(labels(program, supervised).join(', '));
  const { heading: legend } = text;
  return [{ type: 'group', name: 'supervisor', legend, hint, fields: supervisorFields(texts, program) }];
}

const yesBox = (name: string, legend: string, words: string, hint?: string): Field => ({
  type: 'checkboxes',
  name,
  legend,
  choices: [{ value: 'yes', text: words, ...(hint ? { hint } : {}) }],
});

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
    errors.push({ pointer: '/needsLegalAnalysis', message: texts.calls.question.errors.needsLegalAnalysis });
  }
  if (!supervisor.ok) errors.push(...(supervisor.problem.errors ?? []));
  return read.success && errors.length === 0 ? ok(read.data) : wrongFields(errors);
}

/** The inputs stand side by side, whatever object their values go into. */
const flat = <E extends { pointer: string }>(errors: E[]): E[] =>
  errors.map((error) => ({ ...error, pointer: error.pointer.replace(/^\/asker/, '') }));

/** Asks once more before words go out that may tell who a client is; all that was typed goes along unseen. */
export function identifiersPage(texts: Texts, asking: Asking, fields: Fields): Elsewhere | null {
  const found = foundIn(texts, one(fields, 'question'));
  if (found.length === 0 || one(fields, 'identifiers') === 'keep') return null;
  const words = texts.calls.question.identifiers;
  const typed = Object.keys(fields).filter((name) => name !== 'identifiers' && name !== 'commandId');
  return showInstead('pages/kit/form-page.njk', {
    section: 'calls',
    title: words.title,
    lead: [words.lead],
    backLink: asking.edit ? paths.myCalls : paths.call(asking.call.id),
    form: {
      hidden: Object.fromEntries(typed.map((name) => [name, one(fields, name)])),
      fields: [{ type: 'found', found }],
      buttons: [
        { text: words.change, name: 'identifiers', value: 'change' },
        { text: words.keep, name: 'identifiers', value: 'keep', style: 'secondary' },
      ],
    },
  });
}

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
