import { type Actor, actorRef } from '../../domain/people/actor.js';
import { MOST_MENTIONED, mentionedIn } from '../../domain/people/mentions.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { staleVersion } from '../stale-version.js';
import { addCaseText } from './case-text.js';
import type { WriteOptions } from './correspondence/lock-for-letter.js';
import { mention, type ToMention } from './mentions.js';
import { lockRequest } from './request-row.js';
import { type ViewRow, viewOf } from './request-view.js';

interface Note {
  body: string;
  /** Ids of the staff it is for, beside those whom it names behind an @. */
  mentions?: readonly string[] | undefined;
}

/**
 * A note for colleagues: content, possible at any time, never shown to the requester. Whoever it names is told that it is
 * there; from whom the request is hidden, they can't be named.
 */
export async function writeNote(
  services: Services,
  actor: Actor,
  { id }: ViewRow,
  note: Note,
  { commandId, ifMatch }: WriteOptions,
): Promise<Result<RequestView>> {
  const author = actorRef(actor);
  const written = await recordingOrRefusal(services, async (rec) => {
    const row = await lockRequest(rec.tx, id);
    if (!row) return refuse('request-gone');
    const stale = staleVersion(row, ifMatch);
    if (stale) return stale;
    const named = await namedIn(rec.tx, note, id);
    if (!named.ok) return named;
    const others = named.value.filter((one) => author !== `user:${one.id}`);
    const repeated = others.length > 0 && (await isWritten(rec.tx, id, commandId));
    const text = { request: row, field: 'note' as const, text: note.body, author, at: rec.at, commandId };
    const { id: textId } = addCaseText(rec, services, text);
    rec.behind.change(id, {});
    if (!repeated) await mention(rec, services, { row, textId, staff: others });
    return ok(null);
  });
  return written.ok ? ok(await viewOf(services, actor, id)) : written;
}

async function namedIn(
  tx: Transaction,
  { body, mentions = [] }: Note,
  requestId: string,
): Promise<Result<ToMention[]>> {
  if (mentions.length === 0 && !body.includes('@')) return ok([]);
  const behind = { none: { requestId, brokenAt: null } };
  const staff = await tx.staff.findMany({ where: { active: true, walls: behind } });
  const active = new Set(staff.map(({ id }) => id));
  const unknown = mentions.findIndex((id) => !active.has(id));
  if (unknown !== -1) return refuseAt(`/mentions/${unknown}`, 'nobody-to-mention');
  const inText = mentionedIn(body, staff);
  const named = staff.filter((one) => mentions.includes(one.id) || inText.includes(one));
  return named.length > MOST_MENTIONED
    ? refuseAt('/body', 'too-many-mentioned', { most: MOST_MENTIONED })
    : ok(named);
}

async function isWritten(tx: Transaction, requestId: string, updateId: string): Promise<boolean> {
  return (await tx.caseText.count({ where: { requestId, updateId, field: 'note' } })) > 0;
}
