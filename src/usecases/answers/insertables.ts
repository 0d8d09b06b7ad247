import { type Actor, isStaff } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { pageOf, type ShortListQuery } from '../lists/page-of.schema.js';
import { visibleRequest } from '../requests/visible-request.js';
import { earlierAnswers } from './insert/earlier-answers.js';
import { precedents } from './insert/precedents.js';
import { resources } from './insert/resources.js';
import { snippets } from './insert/snippets.js';
import type { AboutRequest, InsertSource, SourceNote } from './insert/source.js';

/** Where what can be put into an answer comes from, in the order in which it is offered: a line each. */
const SOURCES = [snippets, precedents, resources, earlierAnswers] as const satisfies readonly InsertSource[];

export type InsertKind = (typeof SOURCES)[number]['kind'];

export const INSERT_KINDS: readonly InsertKind[] = SOURCES.map(({ kind }) => kind);

/** Something that can be put into an answer. */
export interface Insertable {
  /** Unique among all sources. */
  id: string;
  kind: InsertKind;
  title: string;
  /** Markdown; null: it is read, and that logged, when it is put in. */
  body: string | null;
  /** Said beside it, as facts. */
  note: SourceNote;
}

/** What may be put into the answer of this request, by whom asks. Staff only. */
export async function insertables(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<Insertable[]>> {
  const about = await requestOf(services, actor, id);
  if (!about.ok) return about;
  const lists = await Promise.all(
    SOURCES.map(async ({ kind, list }) =>
      (await list(services, actor, about.value)).map((item) => ({ ...item, kind, id: `${kind}:${item.id}` })),
    ),
  );
  return ok(lists.flat());
}

/** The same, a page at a time, without their words. */
export async function listInsertables(
  services: Services,
  actor: Actor,
  { id, kind, ...page }: { id: string; kind?: InsertKind | undefined } & ShortListQuery,
): Promise<Result<{ items: Omit<Insertable, 'body'>[]; nextCursor: string | null }>> {
  const all = await insertables(services, actor, id);
  if (!all.ok) return all;
  const inOrder = all.value
    .filter((item) => kind === undefined || item.kind === kind)
    .map(({ body: _, ...item }, at) => ({ item, place: String(at).padStart(4, '0') }));
  const found = pageOf(inOrder, page, {
    name: `insertables-${kind ?? 'all'}`,
    keyOf: ({ place }) => place,
    key: /^\d{4}$/,
  });
  if (!found.ok) return found;
  const { items, nextCursor } = found.value;
  return ok({ items: items.map(({ item }) => item), nextCursor });
}

/** The words of one of them, in Markdown. What is another case's is logged as read. */
export async function insertableBody(
  services: Services,
  actor: Actor,
  { id, item }: { id: string; item: string },
): Promise<Result<string>> {
  const about = await requestOf(services, actor, id);
  if (!about.ok) return about;
  const source = SOURCES.find(({ kind }) => item.startsWith(`${kind}:`));
  const body = await source?.body(services, actor, about.value, item.slice(source.kind.length + 1));
  return body ?? refuse('nothing-to-insert');
}

async function requestOf(services: Services, actor: Actor, id: string): Promise<Result<AboutRequest>> {
  if (!isStaff(actor)) return refuse('role-not-allowed');
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const { kind, topics, requesterRole } = found.value;
  return ok({ id: found.value.id, kind, topics, role: requesterRole });
}
