import { userIn } from '../../domain/people/actor.js';
import type { Program } from '../../domain/program/program.schema.js';
import type { Recipient } from '../../domain/requests/notice.js';
import type { Transaction } from '../../ports/database.js';

/** What is needed to address a notice. */
export interface Addressees {
  requesterEmail: string;
  supervisorEmail: string | null;
  assigneeId: string | null;
  /** Of the draft that was submitted last, as actor reference. */
  draftAuthor?: string | null | undefined;
}

/**
 * Addresses of a kind of recipient. A role nobody holds falls to directors, then admins, then the
 * program's own address, so that no escalation is lost.
 */
export async function addressesOf(
  tx: Transaction,
  program: Program,
  request: Addressees,
  recipients: readonly Recipient[],
): Promise<string[]> {
  const found: string[] = [];
  for (const recipient of recipients) found.push(...(await ADDRESSES[recipient](tx, program, request)));
  return [...new Set(found)];
}

type Find = (tx: Transaction, program: Program, request: Addressees) => string[] | Promise<string[]>;

/** A row per recipient. */
const ADDRESSES: Record<Recipient, Find> = {
  requester: (_tx, _program, { requesterEmail }) => [requesterEmail],
  supervisor: (_tx, _program, { supervisorEmail }) => (supervisorEmail ? [supervisorEmail] : []),
  assignee: (tx, _program, { assigneeId }) => emailsOf(tx, { id: assigneeId ?? undefined }),
  'draft-author': (tx, _program, { draftAuthor }) =>
    emailsOf(tx, { id: userIn(draftAuthor ?? null) ?? undefined }),
  coordinators: (tx, program) => firstHeld(tx, program, ['coordinator', 'director', 'admin']),
  directors: (tx, program) => firstHeld(tx, program, ['director', 'admin']),
};

async function firstHeld(tx: Transaction, program: Program, roles: string[]): Promise<string[]> {
  for (const role of roles) {
    const emails = await emailsOf(tx, { role });
    if (emails.length > 0) return emails;
  }
  return [program.organization.email];
}

async function emailsOf(tx: Transaction, where: { id?: string; role?: string }): Promise<string[]> {
  if (where.id === undefined && where.role === undefined) return [];
  const staff = await tx.staff.findMany({ where: { ...where, active: true }, orderBy: { createdAt: 'asc' } });
  return staff.map((row) => row.email);
}
