import type { RequestFacts } from '../../domain/mail/overtaken.js';
import { userIn } from '../../domain/people/actor.js';
import { openFollowUp } from '../../domain/requests/after-answer.js';
import type { RequestState, SupervisorStatus } from '../../domain/requests/state.js';
import type { RequestStatus } from '../../domain/requests/statuses.js';
import type { Database, Transaction } from '../../ports/database.js';
import { awayNow } from '../absences/away-now.js';
import { courtDateOf } from '../requests/request-row.js';

/** How a request stands that mails are about; null: there is none any more. */
export async function requestFacts(
  db: Database | Transaction,
  id: string,
  at: Date,
): Promise<RequestFacts | null> {
  const row = await db.taRequest.findUnique({
    where: { id },
    include: {
      assignee: true,
      mentions: { where: { readAt: null }, include: { staff: true } },
      tasks: { where: { status: 'open' }, include: { assignee: true } },
    },
  });
  if (!row) return null;
  const state = row.processState as RequestState | null;
  const author = await staffOf(db, userIn(state?.draftAuthor ?? null));
  const concerned = [row.assignee, author, ...row.tasks.map(({ assignee }) => assignee)];
  return {
    status: row.status as RequestStatus,
    clockRuns: row.clockState === 'running',
    missing: state?.missing ?? [],
    supervisor: row.supervisorStatus as SupervisorStatus,
    supervisorEmail: row.supervisorEmail,
    supervisorName: row.supervisorName,
    assigneeEmail: row.assignee?.email ?? null,
    draftAuthorEmail: author?.email ?? null,
    courtDate: courtDateOf(row),
    dueAt: row.dueAt?.toISOString() ?? null,
    targetAt: row.targetAt?.toISOString() ?? null,
    reopeningAsked: row.reopeningAskedAt !== null,
    followUp: followUpOf(state),
    followUpDueAt: row.followUpDueAt?.toISOString() ?? null,
    tasks: row.tasks.map(({ assignee, dueOn }) => ({
      email: assignee.active ? assignee.email : null,
      dueOn: dueOn.toISOString().slice(0, 10),
    })),
    standIns: await standInsOf(
      db,
      concerned.flatMap((one) => one ?? []),
      at,
    ),
    mentioned: row.mentions.map(({ staff }) => staff.email),
  };
}

function followUpOf(state: RequestState | null): RequestFacts['followUp'] {
  const open = state && openFollowUp(state);
  if (open) return open.inReview ? 'in-review' : 'open';
  return state?.followUp?.answeredAt ? 'answered' : 'none';
}

async function staffOf(db: Database | Transaction, id: string | null) {
  return id === null ? null : db.staff.findUnique({ where: { id } });
}

async function standInsOf(
  db: Database | Transaction,
  staff: readonly { id: string; email: string }[],
  at: Date,
): Promise<Record<string, string | null>> {
  if (staff.length === 0) return {};
  const away = await awayNow(db, at, [...new Set(staff.map(({ id }) => id))]);
  const gone = staff.flatMap(({ id, email }) => {
    const found = away.get(id);
    return found ? [[email, found.standIn?.email ?? null] as const] : [];
  });
  return Object.fromEntries(gone);
}
