import type { StaffRole } from '../../../../domain/people/actor.js';
import type { CaseField } from '../../../../domain/requests/case-texts.js';
import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';

export interface Choice {
  value: string;
  text: string;
  hint?: string;
}

interface FieldBase {
  /** Name in the form and anchor of its error. */
  name: string;
  hint?: string;
  /** Said when it was left empty; without it the field is optional. */
  missing?: string;
}

export type Field =
  | (FieldBase & { type: 'textarea'; label: string; rows: number; keptAs?: CaseField })
  | (FieldBase & { type: 'input'; label: string; inputmode?: 'numeric'; width: number })
  | (FieldBase & { type: 'select'; label: string; choices: Choice[] })
  | (FieldBase & { type: 'radios'; legend: string; choices: Choice[] })
  /** Several values, separated by commas in `Values`. */
  | (FieldBase & { type: 'checkboxes'; legend: string; choices: Choice[] })
  /** Three inputs: `<name>-month`, `<name>-day`, `<name>-year`. */
  | (FieldBase & { type: 'date'; legend: string });

/** What a decision asks for. The page, and the reading of what was sent, follow this. */
export interface DecisionForm {
  kind: DecisionKind;
  fields: Field[];
}

/** What the choices are made of; looked up for the request and the person deciding. */
export interface FormContext {
  staff: { email: string; name: string; role: StaffRole; open: number }[];
  kinds: Choice[];
  documents: Choice[];
  /** Open requests this one might be merged into. */
  candidates: Choice[];
  /** Ethics and overuse judge a person: directors only. */
  mayJudge: boolean;
  maxExtension: number;
  /** What a redirection may name; resources that fit the request come first. */
  resources: Choice[];
  workshops: Choice[];
  /** Title of the call open to the requester's role; null: none is. */
  call: string | null;
  /** A supervisor was named: what the requester reads, they may read too. */
  hasSupervisor: boolean;
  /** True when the program has a mentor to refer to. */
  mentors: boolean;
}

/** What was typed, by field name; shown again after an error. */
export type Values = Record<string, string>;
