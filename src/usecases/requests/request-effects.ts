import { requestDue } from '../../domain/absences/goes-over.js';
import { type AnswerField, answerField } from '../../domain/requests/answer-field.js';
import type { CaseField } from '../../domain/requests/case-texts.js';
import {
  type EventWithEffect,
  hasEffect,
  type RequestEvent,
  type RequestEventType,
} from '../../domain/requests/events.js';
import type { RequestState } from '../../domain/requests/state.js';
import { isOpen, type RequestStatus } from '../../domain/requests/statuses.js';
import type { Submission } from '../../domain/requests/submission.schema.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { handOverWhatArose, keepForReturn } from '../absences/work-meanwhile.js';
import { dropWork, endWork, leavePage } from '../answers/end-work.js';
import { hasMoved } from '../answers/refuse-if-moved.js';
import { NeverRecorded } from '../never-recorded.js';
import { findOrCreatePerson } from '../people/find-or-create-person.js';
import type { Recording } from '../recording.js';
import { addCaseText, openCaseText, pendingJson } from './case-text.js';
import { reopenEpisode } from './reopen-episode.js';
import { lockRequest, type RequestRow } from './request-row.js';
import { tellRequest } from './tell-request.js';
import { taskAdded, taskChanged, taskEnded } from './write-task.js';

/** An event that follows from a command, with the request as it stands before. */
export interface Carried {
  row: RequestRow;
  event: RequestEvent;
  commandId: string;
  draftId?: string | null | undefined;
}

interface EffectSheet {
  /** What its command carried besides codes, for the row before dates are computed from it. */
  carries?: (
    rec: Recording,
    services: RecordServices,
    carried: Carried,
  ) => Promise<Partial<RequestRow> | null>;
  /** Carrying it locks a person, and people are locked before the calendar. */
  locksPerson?: (event: RequestEvent) => boolean;
  /** What it calls for beside the request itself. */
  touches?: (
    rec: Recording,
    services: RecordServices,
    about: { row: RequestRow; event: RequestEvent },
  ) => Promise<void>;
}

/** A row per event whose row in `domain/requests/events.ts` says that it has one. */
const EFFECTS: Record<EventWithEffect, EffectSheet> = {
  'information-answered': { carries: anotherSupervisor, locksPerson: mayNameSupervisor },
  'supervisor-named': { carries: anotherSupervisor, locksPerson: () => true },
  'submitted-for-review': { carries: draftBrought },
  'response-returned': { carries: draftBrought },
  // The draft that was reviewed is what was sent: from now on it is the response.
  responded: { carries: draftAsResponse },
  assigned: { touches: keptForReturn },
  'follow-up-asked': { carries: followUpAsked, touches: workArose },
  'follow-up-answered': { carries: draftAsFollowUpAnswer },
  'task-added': {
    async touches(rec, services, about) {
      await taskAdded(rec, services, about);
      await keptForReturn(rec, services, about);
    },
  },
  'task-changed': {
    async touches(rec, services, about) {
      await taskChanged(rec, services, about);
      await keptForReturn(rec, services, about);
    },
  },
  'task-done': { touches: taskEnded('done') },
  'task-cancelled': { touches: taskEnded('cancelled') },
  merged: { touches: tellTarget },
  reclassified: { carries: tVisaRelation },
  'court-deadline-changed': { carries: courtDate },
  reopened: {
    async touches(rec, services, { row, event }) {
      const { tasks, tasksMade } = row.processState as unknown as RequestState;
      await reopenEpisode(rec, services, { row, actor: event.actor, commandId: null, tasks, tasksMade });
    },
  },
};

async function keptForReturn(
  rec: Recording,
  _services: RecordServices,
  { row, event }: { row: RequestRow; event: RequestEvent },
): Promise<void> {
  await keepForReturn(rec, { requestId: row.id, episode: row.episode, event });
}

/** Whoever answered may be away by now. */
async function workArose(
  rec: Recording,
  _services: RecordServices,
  { row }: { row: RequestRow },
): Promise<void> {
  await handOverWhatArose(rec, { ...row, due: requestDue(row) });
}

export const effectsOf = (type: RequestEventType): EffectSheet => (hasEffect(type) ? EFFECTS[type] : {});

function pending<T>(
  tx: Transaction,
  services: RecordServices,
  { row, commandId }: Carried,
  ...field: [CaseField, { required: boolean }?]
): Promise<T | null> {
  return pendingJson<T>(tx, services, row, commandId, ...field);
}

async function tVisaRelation({ tx }: Recording, services: RecordServices, carried: Carried) {
  const told = await pending<{ tVisaRelated: boolean | null }>(tx, services, carried, 'classification');
  return told && { tVisaRelated: told.tVisaRelated };
}

async function courtDate({ tx }: Recording, services: RecordServices, carried: Carried) {
  const court = await pending<{ kind: string; date: string } | null>(
    tx,
    services,
    carried,
    'court-deadline',
    { required: true },
  );
  return {
    courtDeadlineKind: court?.kind ?? null,
    courtDeadlineDate: court ? new Date(`${court.date}T00:00:00Z`) : null,
  };
}

/** Events of before don't say whether. */
function mayNameSupervisor({ data }: RequestEvent): boolean {
  return data.newSupervisor !== false;
}

async function anotherSupervisor({ tx }: Recording, services: RecordServices, carried: Carried) {
  if (!mayNameSupervisor(carried.event)) return null;
  const named = await pending<NonNullable<Submission['supervisor']>>(tx, services, carried, 'new-supervisor');
  if (!named) return null;
  const person = await findOrCreatePerson(tx, named, new Date(carried.event.at));
  // Both became one since it was asked whether they are.
  if (person.id === carried.row.requesterId) throw new NeverRecorded('supervisor-is-asker');
  return {
    supervisorId: person.id,
    supervisorName: named.name,
    supervisorEmail: named.email,
    supervisorRole: named.role,
  };
}

/** Words that came with the decision are the last version, and no longer on their way; whoever decided has left the page. */
async function draftBrought(rec: Recording, services: RecordServices, carried: Carried) {
  const { row, event } = carried;
  const field = answerField(event.data.followUp === true);
  const whose = { requestId: row.id, writer: event.actor, field } as const;
  await refuseOverUnread(rec, services, { ...carried, field });
  if (!event.data.reworded) {
    leavePage(rec, whose);
    return null;
  }
  endWork(rec, whose);
  return field === 'draft' ? { draftAuthor: event.actor } : null;
}

/**
 * Asked again with the request locked: what a colleague saved since the decision was sent is not covered unread. Whose words
 * are refused finds them on the page. @throws NeverRecorded
 */
async function refuseOverUnread(
  { tx }: Recording,
  services: RecordServices,
  { row, event, commandId, field, draftId }: Carried & { field: AnswerField },
): Promise<void> {
  const base = event.data.begunFrom;
  if (base === undefined) return;
  // Words that are the draft already came as its id.
  const brought = event.data.reworded ? { updateId: commandId, field } : draftId ? { id: draftId } : null;
  const text = brought && (await tx.caseText.findFirst({ where: { requestId: row.id, ...brought } }));
  const body = text ? openCaseText(services, row, text) : '';
  if (await hasMoved(tx, services, row, { field, body, base })) throw new NeverRecorded('answer-moved');
}

async function draftAsResponse(
  rec: Recording,
  services: RecordServices,
  { row, draftId, event }: Carried,
): Promise<null> {
  const draft = await rec.tx.caseText.findFirst({
    where: { requestId: row.id, field: 'draft', status: 'effective', ...(draftId ? { id: draftId } : {}) },
    orderBy: { createdAt: 'desc' },
  });
  if (!draft) throw new NeverRecorded('no-draft');
  dropWork(rec, row.id, 'draft');
  addCaseText(rec, services, {
    request: row,
    field: 'response',
    text: openCaseText(services, row, draft),
    author: draft.author,
    at: new Date(event.at),
  });
  return null;
}

/** Its text is there, pending: the question is known by its id. */
async function followUpAsked({ tx }: Recording, _services: RecordServices, { row, commandId }: Carried) {
  const where = { requestId: row.id, updateId: commandId, field: 'follow-up' };
  const text = await tx.caseText.findFirst({ where, select: { id: true } });
  if (!text) throw new NeverRecorded('cannot-record');
  return { followUpId: text.id };
}

async function draftAsFollowUpAnswer(
  rec: Recording,
  services: RecordServices,
  { row, draftId, event }: Carried,
): Promise<null> {
  const draft = await rec.tx.caseText.findFirst({
    where: {
      requestId: row.id,
      field: 'follow-up-draft',
      status: 'effective',
      ...(draftId ? { id: draftId } : {}),
    },
    orderBy: { createdAt: 'desc' },
  });
  if (!draft) throw new NeverRecorded('no-draft');
  dropWork(rec, row.id, 'follow-up-draft');
  addCaseText(rec, services, {
    request: row,
    field: 'follow-up-answer',
    text: openCaseText(services, row, draft),
    author: draft.author,
    at: new Date(event.at),
  });
  return null;
}

/** The request that answers both hears of it. @throws NeverRecorded where it has ended meanwhile: it answers neither */
async function tellTarget(
  rec: Recording,
  _services: RecordServices,
  { row, event }: { row: RequestRow; event: RequestEvent },
): Promise<void> {
  const { tx } = rec;
  const target = event.data.into ? await lockRequest(tx, event.data.into) : null;
  // Whatever was decided: one person's dates never come to another's request.
  if (target?.requesterId !== row.requesterId) return;
  if (!isOpen(target.status as RequestStatus)) throw new NeverRecorded('merge-into-closed');
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

/** It has the earlier court or filing date of the two. */
async function keepEarlierCourtDate(tx: Transaction, row: RequestRow, target: RequestRow): Promise<boolean> {
  const { courtDeadlineDate, courtDeadlineKind } = row;
  if (!courtDeadlineDate) return false;
  if (target.courtDeadlineDate && target.courtDeadlineDate <= courtDeadlineDate) return false;
  await tx.taRequest.update({ where: { id: target.id }, data: { courtDeadlineDate, courtDeadlineKind } });
  return true;
}
