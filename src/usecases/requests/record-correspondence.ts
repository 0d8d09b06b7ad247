import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../adapters/database/generated/client.js';
import type { StaffRole } from '../../domain/people/actor.js';
import type { CaseField } from '../../domain/requests/case-texts.js';
import type { CorrespondenceEventType } from '../../domain/requests/correspondence.js';
import type { Notice } from '../../domain/requests/notice.js';
import { roleMayDecide } from '../../domain/requests/offered.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { makeEffective, openCaseText, writeCaseText } from './case-text.js';
import { queueNotice } from './queue-notice.js';
import { addressesOf } from './recipients.js';
import { recordBeside } from './record-beside.js';
import type { RequestRow } from './request-row.js';

export interface Correspondence {
  row: RequestRow;
  event: CorrespondenceEventType;
  field: Extract<CaseField, 'message' | 'reply' | 'reopening-request' | 'reopening-refusal'>;
  text: string;
  author: string;
  onBehalfOf: string | null;
  commandId: string;
  /** What changes on the request besides. */
  change: Prisma.TaRequestUncheckedUpdateInput;
  /** Null: they have been told already. */
  notice: Notice | null;
}

export interface CorrespondenceRow {
  id: string;
  createdAt: Date;
  author: string;
}

/**
 * Writes words that pass between requester and staff: sealed, in the audit, and told by a mail that holds none
 * of them. The caller has locked the request. The same command with the same words is written once.
 */
export async function recordCorrespondence(
  rec: Recording,
  services: RecordServices,
  letter: Correspondence,
): Promise<CorrespondenceRow> {
  const { tx } = rec;
  const { row, field } = letter;
  const before = await writtenBefore(tx, letter);
  if (before && openCaseText(services, row, before) === letter.text) return before;
  // The same form with other words is another letter: the first was recorded, its answer got lost.
  const at = await afterTheLast(rec, letter);
  const commandId = before ? randomUUID() : letter.commandId;
  await writeCaseText(tx, services, {
    request: row,
    field,
    text: letter.text,
    author: letter.author,
    at,
    commandId,
  });
  makeEffective(rec, row.id, commandId);
  const written = await tx.caseText.findFirstOrThrow({
    where: { requestId: row.id, updateId: commandId, field },
  });
  const told = { type: letter.event, at, actor: letter.author, onBehalfOf: letter.onBehalfOf, data: {} };
  const event = await recordBeside(rec, row, { ...told, about: { textId: written.id } }, letter.change);
  const { notice } = letter;
  if (notice) {
    const program = await services.programs.byVersion(tx, row.programVersionId);
    const state = { requestId: row.id, episode: row.episode };
    await queueNotice(rec, services, { row, state, event, program, notice, index: 0, at });
  }
  return written;
}

/** Two letters of one instant keep the order in which they were written. */
async function afterTheLast({ tx, at }: Recording, { row }: Correspondence): Promise<Date> {
  const last = await tx.caseText.findFirst({
    where: {
      requestId: row.id,
      field: { in: ['message', 'reply', 'reopening-request', 'reopening-refusal'] },
    },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  return last && last.createdAt >= at ? new Date(last.createdAt.getTime() + 1) : at;
}

function writtenBefore(tx: Transaction, { row, commandId, field }: Correspondence) {
  return tx.caseText.findFirst({
    where: { requestId: row.id, updateId: commandId, field, status: 'effective' },
  });
}

/** Who may say yes or no to a reopening: the person it is assigned to where they may, else the directors. */
export async function decidersOfReopening(tx: Transaction, row: RequestRow): Promise<Notice['to']> {
  const assignee = row.assigneeId
    ? await tx.staff.findFirst({ where: { id: row.assigneeId, active: true } })
    : null;
  const may = assignee && roleMayDecide(assignee.role as StaffRole, 'refuse-reopening');
  return may ? ['assignee'] : ['directors'];
}

/** Who answers for a request: the person it is assigned to, else the coordinators. */
export async function staffOf(
  tx: Transaction,
  services: Pick<RecordServices, 'programs'>,
  row: RequestRow,
): Promise<Notice['to']> {
  const { program } = services.programs.current();
  return (await addressesOf(tx, program, row, ['assignee'])).length > 0 ? ['assignee'] : ['coordinators'];
}
