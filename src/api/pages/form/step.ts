import type { Actor } from '../../../domain/people/actor.js';
import type { Program } from '../../../domain/program/program.schema.js';
import type { Submission } from '../../../domain/requests/submission.schema.js';
import type { BusinessCalendar } from '../../../domain/time/calendar.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { Texts } from '../../text/texts.js';
import type { Read } from '../../views/page-errors.js';
import type { Fields } from '../kit/fields.js';
import type { Field } from '../kit/form.js';
import type { Draft } from './draft.js';

export type StepId =
  | 'role'
  | 'details'
  | 'supervisor'
  | 'kind'
  | 'document'
  | 'tVisa'
  | 'files'
  | 'topics'
  | 'resources'
  | 'facts'
  | 'courtDate';

/** What a question may look at. */
export interface StepContext {
  texts: Texts;
  draft: Draft;
  program: Program;
  actor: Actor;
  calendar: BusinessCalendar;
  now: Instant;
}

/** `goTo`: somewhere else than the next question. */
export interface Answer {
  draft: Draft;
  goTo?: string;
}

type CheckText = Texts['requester']['form']['check'];

/** A row of the page with all answers; the words for it stand under its name. */
export type CheckRow = [name: keyof CheckText['rows'], value: string | undefined];

/** One question of the form, all there is to it: pure, so that a table of inputs can test it. */
export interface FormStep {
  id: StepId;
  title(texts: Texts): string;
  /** Is it asked at all, given what was answered before? Left out: always. */
  applies?(draft: Draft, program: Program): boolean;
  answered(draft: Draft, program: Program): boolean;
  fields(context: StepContext): Field[];
  /** What the draft holds, as the inputs show it. */
  initial(draft: Draft, context: StepContext): Fields;
  /** What stands above the question. */
  above?(context: StepContext): { lead?: string[]; inset?: string; suggestions?: object[] };
  /** What was typed, checked; what was left empty is said by the fields. Pointers name inputs: `/name`. */
  read(fields: Fields, context: StepContext): Read<Answer>;
  /** Where its answers stand on the page with all of them, and how they read there. */
  section: keyof CheckText['sections'];
  /** `address` says of an e-mail address what may be wrong with it. */
  rows(texts: Texts, draft: Draft, program: Program, address: (email: string) => string): CheckRow[];
  /** Its part of the submission, and back. */
  sends(draft: Draft): Record<string, unknown>;
  taken(submission: Submission): Partial<Draft>;
  /** Which of a submission's errors lead back here. */
  pointers: readonly string[];
}

export function yesNo({ requester }: Texts, value: boolean | undefined): string {
  const { yes, no } = requester.form.check;
  return value ? yes : no;
}
