import { randomUUID } from 'node:crypto';
import type { CaseText as CaseTextRow } from '../../adapters/database/generated/client.js';
import type { StaffRole } from '../../domain/people/actor.js';
import type { CaseField } from '../../domain/requests/case-texts.js';
import type { CorrespondenceEventType } from '../../domain/requests/correspondence.js';
import type { Notice } from '../../domain/requests/notice.js';
import { roleMayDecide } from '../../domain/requests/offered.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { addCaseText, openCaseText, type WrittenText } from './case-text.js';
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
  /** What the same command wrote before. */
  before: CaseTextRow | null;
  /** What changes on the request besides. */
  change: Partial<RequestRow>;
  /** Null: they have been told already. */
  notice: Notice | null;
}

/**
 * Writes words that pass between requester and staff: sealed, in the audit, and told by a mail that holds none
 * of them. The caller has locked the request. The same command with the same words is written once.
 */
export async function recordCorrespondence(
  rec: Recording,
  services: RecordServices,
  letter: Correspondence,
): Promise<WrittenText> {
  const { row, field, before } = letter;
  if (before && openCaseText(services, row, before) === letter.text) return before;
  // The same form with other words is another letter: the first was recorded, its answer got lost.
  const at = await afterTheLast(rec, letter);
  const commandId = before ? randomUUID() : letter.commandId;
  const { text, author } = letter;
  const written = addCaseText(rec, services, { request: row, field, text, author, at, commandId });
  const told = { type: letter.event, at, actor: letter.author, onBehalfOf: letter.onBehalfOf, data: {} };
  const event = await recordBeside(rec, row, { ...told, about: { textId: written.id } }, letter.change);
  const { notice } = letter;
  if (notice) {
    const program = await services.programs.byVersion(rec.tx, row.programVersionId);
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
