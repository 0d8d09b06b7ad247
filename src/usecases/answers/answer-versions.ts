import { validate as isUuid } from 'uuid';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { AnswerField } from '../../domain/requests/answer-field.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { compareTexts, type Stretch } from '../../domain/text/compare-texts.js';
import type { Services } from '../../ports/services.js';
import { pageOf, type ShortListQuery } from '../lists/page-of.schema.js';
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

/** The same, the oldest first, a page at a time. */
export async function listVersions(
  services: Services,
  actor: Actor,
  { id, of, ...page }: { id: string; of: AnswerField } & ShortListQuery,
): Promise<Result<{ items: AnswerVersion[]; nextCursor: string | null }>> {
  const versions = await answerVersions(services, actor, { id, field: of });
  if (!versions.ok) return versions;
  return pageOf([...versions.value].reverse(), page, {
    name: `answer-versions-${of}`,
    keyOf: ({ number }) => String(number).padStart(9, '0'),
    key: /^\d{9}$/,
  });
}

/** One with its words. Reading is logged. */
export async function readVersion(
  services: Services,
  actor: Actor,
  { id, of, version }: { id: string; of: AnswerField; version: string },
): Promise<Result<AnswerVersion & { body: string }>> {
  const found = await versionOf(services, actor, { id, of, version });
  if (!found.ok) return found;
  const body = await versionText(services, actor, { id, field: of, version });
  return body.ok ? ok({ ...found.value.version, body: body.value }) : body;
}

/** What changed from one to the other; `from` left out: from the one before. Reading is logged. */
export async function versionChanges(
  services: Services,
  actor: Actor,
  { id, of, version, from }: { id: string; of: AnswerField; version: string; from?: string | undefined },
): Promise<Result<{ from: AnswerVersion | null; to: AnswerVersion; stretches: Stretch[] }>> {
  const later = await versionOf(services, actor, { id, of, version });
  if (!later.ok) return later;
  const { version: to, all } = later.value;
  const earlier = from
    ? all.find((one) => one.id === from)
    : (all.find(({ number }) => number === to.number - 1) ?? null);
  if (earlier === undefined) return refuse('no-such-version');
  const [before, after] = [
    earlier && (await versionText(services, actor, { id, field: of, version: earlier.id })),
    await versionText(services, actor, { id, field: of, version: to.id }),
  ];
  if (before && !before.ok) return before;
  if (!after.ok) return after;
  return ok({ from: earlier, to, stretches: compareTexts(before?.value ?? '', after.value) });
}

async function versionOf(
  services: Services,
  actor: Actor,
  { id, of, version }: { id: string; of: AnswerField; version: string },
): Promise<Result<{ version: AnswerVersion; all: AnswerVersion[] }>> {
  const all = await answerVersions(services, actor, { id, field: of });
  if (!all.ok) return all;
  const found = all.value.find((one) => one.id === version);
  return found ? ok({ version: found, all: all.value }) : refuse('no-such-version');
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
