import { validate as isUuid } from 'uuid';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { AnswerField } from '../../domain/requests/answer-field.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { openCaseText } from '../requests/case-text.js';
import { logAccess, namesOf } from '../requests/read-request.js';
import { visibleRequest } from '../requests/visible-request.js';

/** A version that somebody saved on purpose. */
export interface AnswerVersion {
  id: string;
  /** From 1, in the order in which they were saved. */
  number: number;
  author: string | null;
  at: string;
}

export const MOST_VERSIONS = 200;

/** What was saved of an answer, the newest first; no words. Staff only. */
export async function answerVersions(
  services: Services,
  actor: Actor,
  { id, field }: { id: string; field: AnswerField },
): Promise<Result<AnswerVersion[]>> {
  if (!may(actor, 'requests.read')) return refuse('role-not-allowed');
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const where = { requestId: id, field, status: 'effective' };
  const rows = await services.db.caseText.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_VERSIONS,
    select: { id: true, author: true, createdAt: true },
  });
  const inAll = rows.length < MOST_VERSIONS ? rows.length : await services.db.caseText.count({ where });
  const names = await namesOf(
    services,
    rows.map(({ author }) => author),
  );
  return ok(
    rows.map(({ id: version, author, createdAt }, at) => ({
      id: version,
      number: inAll - at,
      author: names.get(author) ?? null,
      at: createdAt.toISOString(),
    })),
  );
}

/** The words of one of them. Reading is logged. */
export async function versionText(
  services: Services,
  actor: Actor,
  { id, field, version }: { id: string; field: AnswerField; version: string },
): Promise<Result<string>> {
  if (!may(actor, 'requests.read')) return refuse('role-not-allowed');
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = isUuid(version)
    ? await services.db.caseText.findFirst({
        where: { id: version, requestId: id, field, status: 'effective' },
      })
    : null;
  if (!row) return refuse('no-such-version');
  await logAccess(services, actor, id, 'request');
  return ok(openCaseText(services, found.value, row));
}
