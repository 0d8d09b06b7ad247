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
  /** Who has the follow-up task it is about. */
  taskOf?: string | undefined;
}

/** For addressees that no request names: those of a role. */
export const NOBODY: Addressees = { requesterEmail: '', supervisorEmail: null, assigneeId: null };

/** Somebody a notice goes to. */
export interface Addressed {
  email: string;
  as: Recipient;
  /** What can wait, they read in their daily digest. */
  digest: boolean;
}

/** Addresses of kinds of recipients. */
export async function addressesOf(
  tx: Pick<Transaction, 'staff'>,
  program: Program,
  request: Addressees,
  recipients: readonly Recipient[],
): Promise<string[]> {
  const found = await addressedBy(tx, program, request, recipients);
  return [...new Set(found.map(({ email }) => email))];
}

/**
 * The same, one for each kind they are. A role nobody holds falls to directors, then admins, then the program's own
 * address, so that no escalation is lost.
 */
export async function addressedBy(
  tx: Pick<Transaction, 'staff'>,
  program: Program,
  request: Addressees,
  recipients: readonly Recipient[],
): Promise<Addressed[]> {
  const found: Addressed[] = [];
  for (const as of recipients) {
    found.push(...(await ADDRESSES[as](tx, program, request)).map((one) => ({ ...one, as })));
  }
  return found;
}

type Found = Omit<Addressed, 'as'>;
type Find = (
  tx: Pick<Transaction, 'staff'>,
  program: Program,
  request: Addressees,
) => Found[] | Promise<Found[]>;

/** A row per recipient. */
const ADDRESSES: Record<Recipient, Find> = {
  requester: (_tx, _program, { requesterEmail }) => [outside(requesterEmail)],
  supervisor: (_tx, _program, { supervisorEmail }) => (supervisorEmail ? [outside(supervisorEmail)] : []),
  assignee: (tx, _program, { assigneeId }) => staffOf(tx, { id: assigneeId ?? undefined }),
  async handler(tx, program, request) {
    const assignee = await ADDRESSES.assignee(tx, program, request);
    return assignee.length > 0 ? assignee : ADDRESSES.coordinators(tx, program, request);
  },
  'draft-author': (tx, _program, { draftAuthor }) =>
    staffOf(tx, { id: userIn(draftAuthor ?? null) ?? undefined }),
  async 'task-assignee'(tx, program, { taskOf, ...request }) {
    const has = taskOf === undefined ? [] : await staffOf(tx, { id: taskOf });
    return has.length > 0 ? has : ADDRESSES.coordinators(tx, program, request);
  },
  coordinators: (tx, program) => firstHeld(tx, program, ['coordinator', 'director', 'admin']),
  directors: (tx, program) => firstHeld(tx, program, ['director', 'admin']),
};

const outside = (email: string): Found => ({ email, digest: false });

async function firstHeld(
  tx: Pick<Transaction, 'staff'>,
  program: Program,
  roles: string[],
): Promise<Found[]> {
  for (const role of roles) {
    const staff = await staffOf(tx, { role });
    if (staff.length > 0) return staff;
  }
  return [outside(program.organization.email)];
}

async function staffOf(
  tx: Pick<Transaction, 'staff'>,
  where: { id?: string; role?: string },
): Promise<Found[]> {
  if (where.id === undefined && where.role === undefined) return [];
  const staff = await tx.staff.findMany({ where: { ...where, active: true }, orderBy: { createdAt: 'asc' } });
  return staff.map(({ email, mailAtOnce }) => ({ email, digest: !mailAtOnce }));
}
