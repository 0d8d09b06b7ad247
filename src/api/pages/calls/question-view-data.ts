import type { TopicRule } from '../../../domain/calls/recurrence.js';
import type { CallSeries } from '../../../domain/program/call-series.schema.js';
import { needsSupervisor } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import { questionText as text } from '../../text/call-questions.js';
import { formText } from '../../text/form.js';
import type { Texts } from '../../text/texts.js';
import { type Fields, one } from '../kit/fields.js';
import { supervisorRoles } from '../parts/supervisor-fields.js';
import { inputsFor } from './question-form.js';
import { roleItems } from './role-items.js';
import { askingSteps, labels, listensOnly } from './series-words.js';

/** What the form of a question shows, given what stands in its inputs. */
export function questionFormData(
  fields: Fields,
  {
    texts,
    series,
    rule,
    program,
    roleStands,
  }: { texts: Texts; series: CallSeries; rule: TopicRule; program: Program; roleStands: boolean },
) {
  const radio = (name: string, value: string, label: string) => ({
    value,
    text: label,
    checked: one(fields, name) === value,
  });
  // Who asked stays as it was: only roles it may be are spoken of.
  const roles = roleStands ? [one(fields, 'role')] : series.audience;
  const mayAsk = roles.filter((role) => needsSupervisor(program, role));
  const supervised = listensOnly(series, rule) ? [] : mayAsk;
  return {
    fields,
    maxText: MAX_TEXT,
    inputs: inputsFor(rule),
    steps: askingSteps(texts, series, rule, program),
    allowed: rule.questionsAbout.map((about) => text.allowed[about]),
    roleItems: roleItems(program, one(fields, 'role'), series.audience),
    abouts: rule.questionsAbout.map((about) => radio('questionAbout', about, text.abouts[about])),
    analysis: [radio('needsLegalAnalysis', 'yes', text.yes), radio('needsLegalAnalysis', 'no', text.no)],
    worksheet: [radio('empWorksheetCompleted', 'yes', text.worksheet)],
    convert: [
      {
        ...radio('convertIfUnselected', 'yes', text.convert),
        hint: { text: text.convertHint(series.questions.convertAfterBusinessDays) },
      },
    ],
    supervisorHint:
      supervised.length > 0 ? text.supervisor.hint(labels(program, supervised).join(', ')) : null,
    roles: supervisorRoles(program, one(fields, 'supervisor-role')),
    supervisorText: formText,
  };
}
