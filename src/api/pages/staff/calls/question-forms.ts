import { ok } from '../../../../domain/result.js';
import type { QuestionRow } from '../../../../usecases/calls/questions.js';
import type { QuestionPlace } from '../../../../usecases/calls/read-staff-question.js';
import type { AppServices } from '../../../app-deps.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { StaffCall } from './load-call.js';

/** What the page of a question is about. */
export interface QuestionOfCall {
  call: StaffCall;
  question: QuestionRow;
  /** Where it stands, and may go. */
  place: QuestionPlace;
}

type MoveText = Texts['staff']['calls']['aboutCall']['questions/:question']['move'];
/** What staff do with it there. */
export type QuestionChange =
  | { action: 'organization'; name: string }
  | { action: 'move' | 'propose'; to: string };

export const organizationForm = (
  { label, button }: Texts['staff']['calls']['aboutCall']['questions/:question']['correct'],
  question: QuestionRow,
): Form => ({
  which: { action: 'organization' },
  fields: [{ type: 'line', name: 'organization', label }],
  initial: { organization: question.organizationName ?? '' },
  buttons: [{ text: button, style: 'secondary' }],
});

export function moveForm(
  { clock }: AppServices,
  texts: Texts,
  { call, question, place }: QuestionOfCall,
): Form {
  const { move } = texts.staff.calls.aboutCall['questions/:question'];
  const choices = place.targets.map(({ id, startsAt }) => ({
    value: id,
    text: texts.dates.pair(startsAt.toISOString(), call.zone),
  }));
  const proposable = question.moveToCallId === null && clock.now() < call.row.selectUntil;
  return {
    fields: [
      { type: 'select', name: 'to', label: move.to, choices },
      { type: 'checkboxes', name: 'legal', choices: [{ value: 'yes', text: moveWords(move, call).legal }] },
      { type: 'checkboxes', name: 'consent', choices: [{ value: 'yes', text: move.consent }] },
    ],
    buttons: [
      ...(proposable
        ? [{ name: 'action', value: 'propose', text: move.propose, style: 'secondary' as const }]
        : []),
      { name: 'action', value: 'move', text: move.button, style: 'secondary' },
    ],
  };
}

/** On calls about trafficking analysis it is the other questions that don't belong. */
export const moveWords = (
  { intro, legal, otherIntro, legalOther }: MoveText,
  { rule }: StaffCall,
): { intro: string; legal: string } =>
  rule.questionsAbout.includes('trafficking-analysis')
    ? { intro: otherIntro, legal: legalOther }
    : { intro, legal };

/** Of what was sent in place of a choice, what could be one. */
const CALL_ID = /^[a-z\d-]{1,100}$/;

/** What was typed into one of the two, as a change; or the errors at its fields. */
export function readChange(texts: Texts, fields: Fields): Read<QuestionChange> {
  const { correct, move } = texts.staff.calls.aboutCall['questions/:question'];
  const action = one(fields, 'action');
  if (action !== 'move' && action !== 'propose') {
    const name = one(fields, 'organization').trim();
    if (name !== '' && name.length <= 200) return ok({ action: 'organization', name });
    return wrongFields([{ pointer: '/organization', message: correct.missing }]);
  }
  const to = one(fields, 'to');
  const missing = [
    ...(CALL_ID.test(to) ? [] : [{ pointer: '/to', message: move.nowhere }]),
    ...(one(fields, 'legal') === 'yes' ? [] : [{ pointer: '/legal', message: move.legalMissing }]),
    ...(action === 'propose' || one(fields, 'consent') === 'yes'
      ? []
      : [{ pointer: '/consent', message: move.consentMissing }]),
  ];
  return missing.length > 0 ? wrongFields(missing) : ok({ action, to });
}
