import { validate as isUuid } from 'uuid';
import type { Precedent, Prisma } from '../../adapters/database/generated/client.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { isOutdated, type PrecedentEventType } from '../../domain/precedents/decide-precedent.js';
import type {
  PrecedentAudience,
  PrecedentStatus,
  PrecedentTyped,
} from '../../domain/precedents/precedent.schema.js';
import { findIdentifiers } from '../../domain/requests/identifier-warning.js';
import { ok, type Refusal, type Result, refuse, refuseAt } from '../../domain/result.js';
import { DATE_RANGES, outsideOf } from '../../domain/time/date-range.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices, Services } from '../../ports/services.js';
import { todayOf } from '../calendar/today-of.js';
import { lockRows } from '../lock.js';
import { staleVersion } from '../stale-version.js';
import type { PrecedentView } from './precedent-view.schema.js';

/** What others than staff may find. */
export const FOR_EVERYBODY: Prisma.PrecedentWhereInput = { status: 'published', audience: 'public' };

export const readableBy = (actor: Actor): Prisma.PrecedentWhereInput =>
  may(actor, 'precedents.read') ? {} : FOR_EVERYBODY;

export async function precedentRow(
  db: Pick<Transaction, 'precedent'>,
  actor: Actor,
  id: string,
): Promise<Result<Precedent>> {
  const row = isUuid(id) ? await db.precedent.findFirst({ where: { id, ...readableBy(actor) } }) : null;
  return row ? ok(row) : refuse('no-such-precedent');
}

/** Locked until the transaction ends, and as whoever changes it saw it. Refuses `not-found`, `version-mismatch`. */
export async function lockedPrecedent(
  tx: Transaction,
  actor: Actor,
  { id, ifMatch }: { id: string; ifMatch?: number | undefined },
): Promise<Result<Precedent>> {
  if (isUuid(id)) await lockRows(tx)`SELECT id::text FROM precedent WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await precedentRow(tx, actor, id);
  if (!found.ok) return found;
  return staleVersion(found.value, ifMatch) ?? found;
}

export function viewOf(
  services: Pick<RecordServices, 'programs' | 'clock'>,
  actor: Actor,
  row: Precedent,
): PrecedentView {
  const reviewBy = row.reviewBy.toISOString().slice(0, 10);
  return {
    id: row.id,
    status: row.status as PrecedentStatus,
    audience: row.audience as PrecedentAudience,
    kind: row.kind as PrecedentView['kind'],
    topics: row.topics,
    question: row.question,
    answer: row.answer,
    reviewBy,
    outdated: isOutdated(reviewBy, todayOf(services)),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    comment: may(actor, 'precedents.read') ? row.comment : null,
    requestId: may(actor, 'requests.read') ? row.requestId : null,
    version: row.version,
    links: { self: `/api/v1/precedents/${row.id}` },
  };
}

/** What is wrong with what was typed; null: nothing. */
export function refuseTyped(
  services: Services,
  { question, answer, topics, reviewBy, identifiersChecked }: PrecedentTyped,
): Refusal | null {
  const { program } = services.programs.current();
  if (topics.some((id) => !program.topics.some((topic) => topic.id === id))) {
    return refuseAt('/topics', 'no-such-precedent-topic');
  }
  const outside = outsideOf(DATE_RANGES.precedentReview(todayOf(services)), reviewBy);
  if (outside) return refuseAt('/reviewBy', 'date-out-of-range', outside);
  const found = findIdentifiers(`${question}\n\n${answer}`);
  return found.length > 0 && !identifiersChecked
    ? refuseAt('/identifiersChecked', 'precedent-identifiers')
    : null;
}

/** The columns of what was typed. */
export const typedColumns = ({ question, answer, kind, topics, audience, reviewBy }: PrecedentTyped) => ({
  question,
  answer,
  kind,
  topics: [...new Set(topics)],
  audience,
  reviewBy: new Date(`${reviewBy}T00:00:00Z`),
});

/** Writes what became of it, with its wording as it stands. */
export async function addPast(
  tx: Transaction,
  row: Precedent,
  { id, type, actor, at }: { id: string; type: PrecedentEventType; actor: Actor; at: Date },
): Promise<void> {
  const { id: precedentId, version: seq, audience, question, answer } = row;
  await tx.precedentEvent.create({
    data: { id, precedentId, seq, type, at, actor: actorRef(actor), audience, question, answer },
  });
}
