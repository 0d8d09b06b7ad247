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
  for (const recipient of recipients) {
    switch (recipient) {
      case 'requester':
        found.push(request.requesterEmail);
        break;
      case 'supervisor':
        if (request.supervisorEmail) found.push(request.supervisorEmail);
        break;
      case 'assignee':
        found.push(...(await emailsOf(tx, { id: request.assigneeId ?? undefined })));
        break;
      case 'draft-author':
        found.push(...(await emailsOf(tx, { id: userIn(request.draftAuthor ?? null) ?? undefined })));
        break;
      case 'coordinators':
        found.push(...(await firstHeld(tx, program, ['coordinator', 'director', 'admin'])));
        break;
      case 'directors':
        found.push(...(await firstHeld(tx, program, ['director', 'admin'])));
        break;
    }
  }
  return [...new Set(found)];
}

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
