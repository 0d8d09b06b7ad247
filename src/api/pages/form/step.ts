import type { Actor } from '../../../domain/people/actor.js';
import type { Program } from '../../../domain/program/program.schema.js';
import type { FieldError } from '../../../domain/result.js';
import type { BusinessCalendar } from '../../../domain/time/calendar.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { Fields } from '../kit/fields.js';
import type { Draft } from './draft.js';
import type { StepId } from './steps.js';

/** What a question may look at. */
export interface StepContext {
  draft: Draft;
  program: Program;
  actor: Actor;
  calendar: BusinessCalendar;
  now: Instant;
}

export type StepAnswer =
  /** `goTo`: somewhere else than the next question. */
  { ok: true; draft: Draft; goTo?: string } | { ok: false; errors: FieldError[] };

/** One question of the form: pure, so that a table of inputs can test it. */
export interface FormStep {
  id: StepId;
  template: string;
  title: string;
  /** What the draft holds, as the inputs show it. */
  fields(draft: Draft, context: StepContext): Fields;
  /** What the template needs, given what stands in the inputs. */
  view(fields: Fields, context: StepContext): Record<string, unknown>;
  /** Checks what was typed. Pointers name inputs: `/name`. */
  read(fields: Fields, context: StepContext): StepAnswer;
}
