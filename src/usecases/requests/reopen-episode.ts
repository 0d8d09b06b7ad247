import { requestDue } from '../../domain/absences/goes-over.js';
import { classify } from '../../domain/requests/intake.js';
import { openEpisode } from '../../domain/requests/opening.js';
import type { RequestState } from '../../domain/requests/state.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { handOverWhatArose } from '../absences/work-meanwhile.js';
import { calendarWith, closuresEntered } from '../calendar/load-calendar.js';
import { passedBy } from '../completions/passed-courses.js';
import type { Recording } from '../recording.js';
import { courtDateOf, type RequestRow } from './request-row.js';
import { writeEvent } from './write-event.js';

/**
 * Starts the next episode of an ended request. It keeps its first date (place in the queue, history); the
 * clock's day 0 is now. What it waited for when it ended is asked again. Whoever had it has it again, unless they left.
 * The caller holds the row and the calendar.
 */
export async function reopenEpisode(
  rec: Recording,
  services: RecordServices,
  input: { row: RequestRow; actor: string; commandId: string | null } & Pick<
    RequestState,
    'tasks' | 'tasksMade'
  >,
): Promise<RequestRow> {
  const { tx } = rec;
  const { row } = input;
  const program = await services.programs.byVersion(tx, row.programVersionId);
  const [read] = await tx.$queryRaw<[{ passed: string[]; closures: string }]>`
    SELECT ${passedBy(row.requesterId)} AS passed, ${closuresEntered} AS closures`;
  const classified = classify(
    {
      kind: row.kind,
      documentKind: row.documentKind ?? undefined,
      tVisaRelated: row.tVisaRelated ?? undefined,
    },
    program,
    read.passed,
  );
  const calendar = calendarWith(services, read.closures);
  const { at } = rec;
  const episode = row.episode + 1;
  const opening = openEpisode({
    requestId: row.id,
    episode,
    program,
    calendar,
    missing: classified.ok ? classified.value.missing : [],
    supervisor:
      row.supervisorStatus === 'refused'
        ? 'unconfirmed'
        : (row.supervisorStatus as RequestState['supervisor']),
    receivedAt: at.toISOString(),
    at: at.toISOString(),
    courtDate: courtDateOf(row),
    urgentOverride: row.urgentOverride,
    assigneeId: await stillThere(tx, row.assigneeId),
    actor: input.actor,
    onBehalfOf: null,
    type: 'reopened',
    imported: false,
    // Those that were open while it was answered go on; an end has ended them.
    tasks: input.tasks ?? [],
    tasksMade: input.tasksMade ?? 0,
    commandId: input.commandId,
  });
  // The answer of the last episode is history; this one is written anew.
  const carried = { draftAuthor: null, followUpId: null };
  const written = await writeEvent(rec, services, { row, carried, ...opening, calendar, program });
  const workflowId = requestWorkflowId(row.id, episode);
  rec.outbox.start('taRequest', workflowId, { v: 1, state: opening.state });
  await handOverWhatArose(rec, { ...written, episode, due: requestDue(written) });
  return written;
}

async function stillThere(tx: Transaction, assigneeId: string | null): Promise<string | null> {
  if (!assigneeId) return null;
  const staff = await tx.staff.findFirst({ where: { id: assigneeId, active: true }, select: { id: true } });
  return staff?.id ?? null;
}
