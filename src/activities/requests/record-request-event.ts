import { ApplicationFailure } from '@temporalio/activity';
import { planRequest } from '../../domain/requests/plan-request.js';
import type { Deadline, RequestEvent, RequestState } from '../../domain/requests/state.js';
import type { Submission } from '../../domain/requests/submission.schema.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { passedCourses } from '../../usecases/completions/passed-courses.js';
import { NeverRecorded } from '../../usecases/never-recorded.js';
import { findOrCreatePerson } from '../../usecases/people/find-or-create-person.js';
import type { Begun } from '../../usecases/record-event.js';
import type { Recording } from '../../usecases/recording.js';
import {
  makeEffective,
  openCaseText,
  pendingJson,
  writeCaseText,
} from '../../usecases/requests/case-text.js';
import { reopenEpisode } from '../../usecases/requests/reopen-episode.js';
import { courtDateOf, lockRequest, type RequestRow } from '../../usecases/requests/request-row.js';
import { tellRequest } from '../../usecases/requests/tell-request.js';
import { eventHash, writeEvent } from '../../usecases/requests/write-event.js';
import { recordingActivity } from '../recording-activity.js';

export interface RecordRequestEvent {
  v: 1;
  /** State after the event. */
  state: RequestState;
  event: RequestEvent;
  /** The version of the row that was decided upon, where whoever decided said so. */
  expectedVersion?: number;
}

export interface RecordedRequestEvent {
  next: Deadline | null;
  dueAt: string | null;
  /** Courses passed by now, told when the state waits for some: one may have come in between. */
  passed: string[];
}

/**
 * Carries out one decision in one transaction: audit, read model, the decision's words, notices, and the
 * dates on today's calendar. Repeating it changes nothing; another event under the same number is an alarm.
 */
export function recordRequestEvent(services: RecordServices) {
  return recordingActivity<RecordRequestEvent, RecordedRequestEvent>(services, {
    workflowId: ({ state }) => requestWorkflowId(state.requestId, state.episode),
    begin,
    putOff: (tx, { state }, due, until) =>
      tx.taRequest.updateMany({ where: { id: state.requestId, ...due }, data: { nextDueAt: until } }),
  });
}

async function begin(
  rec: Recording,
  services: RecordServices,
  { state, event }: RecordRequestEvent,
): Promise<Begun<RecordedRequestEvent>> {
  const { tx } = rec;
  const before = await lockRequest(tx, state.requestId);
  if (!before) throw ApplicationFailure.nonRetryable('the request was erased', 'request-erased');
  const { commandId } = event;
  let row = before;
  return {
    hash: eventHash(event, state),
    version: before.version,
    async apply() {
      if (commandId) {
        row = await applyPending(tx, services, before, { commandId, event, draftId: state.draftId });
      }
    },
    async plan(calendar) {
      const program = await services.programs.byVersion(tx, row.programVersionId);
      const plan = planRequest({ state, calendar, program, courtDate: courtDateOf(row), at: event.at });
      return {
        async write() {
          if (commandId) await makeEffective(tx, row.id, commandId);
          const about = { row, before, state, event, plan, calendar, program };
          await alsoTouches(rec, services, await writeEvent(rec, services, about), event);
        },
        told: async () => ({
          next: plan.next,
          dueAt: plan.reading.dueAt,
          passed: state.missing.length > 0 ? await passedCourses(tx, row.requesterId) : [],
        }),
      };
    },
  };
}

/** What a command carried besides codes: applied to the row before dates are computed from it. */
async function applyPending(
  tx: Transaction,
  services: RecordServices,
  row: RequestRow,
  { commandId, event, draftId }: { commandId: string; event: RequestEvent; draftId?: string | null },
): Promise<RequestRow> {
  switch (event.type) {
    case 'court-deadline-changed': {
      const court = await pendingJson<{ kind: string; date: string } | null>(
        tx,
        services,
        row,
        commandId,
        'court-deadline',
        { required: true },
      );
      return tx.taRequest.update({
        where: { id: row.id },
        data: {
          courtDeadlineKind: court?.kind ?? null,
          courtDeadlineDate: court ? new Date(`${court.date}T00:00:00Z`) : null,
        },
      });
    }
    case 'information-answered': {
      const named = await pendingJson<NonNullable<Submission['supervisor']>>(
        tx,
        services,
        row,
        commandId,
        'new-supervisor',
      );
      if (!named) return row;
      const person = await findOrCreatePerson(tx, named, new Date(event.at));
      return tx.taRequest.update({
        where: { id: row.id },
        data: {
          supervisorId: person.id,
          supervisorName: named.name,
          supervisorEmail: named.email,
          supervisorRole: named.role,
        },
      });
    }
    case 'reclassified': {
      const told = await pendingJson<{ tVisaRelated: boolean | null }>(
        tx,
        services,
        row,
        commandId,
        'classification',
      );
      return told
        ? tx.taRequest.update({ where: { id: row.id }, data: { tVisaRelated: told.tVisaRelated } })
        : row;
    }
    case 'responded':
      // The draft that was reviewed is what was sent: from now on it is the response.
      await turnDraftIntoResponse(tx, services, row, { draftId, at: new Date(event.at) });
      return row;
    default:
      return row;
  }
}

async function turnDraftIntoResponse(
  tx: Transaction,
  services: RecordServices,
  row: RequestRow,
  { draftId, at }: { draftId?: string | null; at: Date },
): Promise<void> {
  const draft = await tx.caseText.findFirst({
    where: { requestId: row.id, field: 'draft', status: 'effective', ...(draftId ? { id: draftId } : {}) },
    orderBy: { createdAt: 'desc' },
  });
  if (!draft) throw new NeverRecorded('no-draft');
  await writeCaseText(tx, services, {
    request: row,
    field: 'response',
    text: openCaseText(services, row, draft),
    author: draft.author,
    at,
  });
}

/** Effects on other requests: a merge tells its target, a reopening starts the next episode. */
async function alsoTouches(
  rec: Recording,
  services: RecordServices,
  row: RequestRow,
  event: RequestEvent,
): Promise<void> {
  const { tx } = rec;
  if (event.type === 'reopened') {
    await reopenEpisode(rec, services, {
      row,
      actor: event.actor,
      commandId: null,
    });
  }
  if (event.type === 'merged' && event.data.into) {
    const target = await lockRequest(tx, event.data.into);
    // Whatever was decided: one person's dates never come to another's request.
    if (target?.requesterId !== row.requesterId) return;
    const courtDateChanged = await keepEarlierCourtDate(tx, row, target);
    await tellRequest(rec, target, {
      v: 1,
      kind: 'merged-in',
      from: row.id,
      receivedAt: row.receivedAt.toISOString(),
      courtDateChanged,
      at: event.at,
    });
  }
}

/** The request that answers both has the earlier court or filing date of the two. */
async function keepEarlierCourtDate(tx: Transaction, row: RequestRow, target: RequestRow): Promise<boolean> {
  const { courtDeadlineDate, courtDeadlineKind } = row;
  if (!courtDeadlineDate) return false;
  if (target.courtDeadlineDate && target.courtDeadlineDate <= courtDeadlineDate) return false;
  await tx.taRequest.update({ where: { id: target.id }, data: { courtDeadlineDate, courtDeadlineKind } });
  return true;
}
