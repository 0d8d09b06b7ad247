import type { WorkDue } from '../../../../domain/absences/goes-over.js';
import type { StaffRole } from '../../../../domain/people/actor.js';
import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import type { Away } from '../../../../usecases/absences/away-now.js';
import type { Choice, Field } from '../../kit/form.js';

/** What a decision asks for. The page, and the reading of what was sent, follow this. */
export interface DecisionForm {
  kind: DecisionKind;
  fields: Field[];
}

/** What the choices are made of; looked up for the request and the person deciding. */
export interface FormContext {
  staff: { id: string; email: string; name: string; role: StaffRole; open: number; away: Away | null }[];
  /** By when the request is to be answered. */
  due: WorkDue;
  kinds: Choice[];
  /** Open follow-up tasks. */
  tasks: Choice[];
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
