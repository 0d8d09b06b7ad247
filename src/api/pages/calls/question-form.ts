import type { TopicRule } from '../../../domain/calls/recurrence.js';
import { needsSupervisor } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { one } from '../kit/fields.js';
import type { Field, Form } from '../kit/form.js';
import type { Standing } from '../kit/form-page.js';
import { supervisorFields } from '../parts/supervisor-fields.js';
import { type Asking, isClosed } from './asking.js';
import { mayWrite } from './help-on.js';
import { worksheetField } from './question-worksheet.js';
import { labels, listensOnly } from './series-words.js';
import { whoFields } from './who-fields.js';

/** The form of a question for a call. Once it can't be sent there any more, what was typed can still go another way. */
export function askForm(deps: AppDeps, texts: Texts, asking: Asking, standing: Standing): Form {
  const text = texts.calls.aboutCall.ask;
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
      ...worksheetField(deps, texts, asking),
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
export function kindFields({ calls }: Texts, { questionsAbout }: TopicRule): Field[] {
  const text = calls.aboutCall.ask;
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
  const text = texts.calls.aboutCall.ask;
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
  const text = texts.calls.aboutCall.ask.supervisor;
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
