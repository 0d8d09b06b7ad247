import type { AnswerField } from '../../../domain/requests/answer-field.js';
import type { DecisionKind } from '../../../domain/requests/decision.schema.js';
import { filled, type Parts } from '../../address.js';
import type { Texts } from '../../text/texts.js';
import type { CallPageKind } from './calls/allowed-on-call.js';

/** Pages about the desk and what it has, by the names that their words have: their addresses below `/staff/`. */
export type DeskPage = keyof Texts['staff']['desk'];

/** Pages about a call: their addresses below `/staff/calls/:id/`. */
export type StaffCallPage = keyof Texts['staff']['calls']['aboutCall'];

/** Links to the staff pages; their addresses are those of `STAFF_PAGES`. */
export const staffPaths = {
  queue: '/staff',
  request: (id: string) => `/staff/requests/${id}`,
  preview: (id: string, documentId: string) => `/staff/requests/${id}/documents/${documentId}`,
  clock: (id: string) => `/staff/requests/${id}/clock`,
  decide: (id: string, kind: DecisionKind) => `/staff/requests/${id}/decide/${kind}`,
  versions: (id: string, of: AnswerField) => `/staff/requests/${id}/versions?of=${of}`,
  changes: (id: string, of: AnswerField, { from, to }: { from: string; to: string }) =>
    `/staff/requests/${id}/versions?of=${of}&from=${from}&to=${to}#compared`,
  take: (id: string) => `/staff/requests/${id}/take`,
  call: (id: string) => `/staff/calls/${id}`,
  callDecide: (id: string, kind: CallPageKind) => `/staff/calls/${id}/decide/${kind}`,
  /** A page about a call; what stands in its address for `:question` comes behind. */
  aboutCall: <P extends StaffCallPage>(page: P, id: string, ...parts: Parts<P>) =>
    `/staff/calls/${id}/${filled(page, ...parts)}`,
  /** A page about the desk or what it has; what stands in its address for `:id` comes behind. */
  desk: <P extends DeskPage>(page: P, ...parts: Parts<P>) => `/staff/${filled(page, ...parts)}`,
} as const;
