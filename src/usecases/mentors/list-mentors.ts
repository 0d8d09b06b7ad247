import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { cursorOf, instantAndId } from '../lists/cursor.schema.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { nothing, sql } from '../sql.js';
import type { MentorsQuery, MentorView } from './mentor-view.schema.js';
import { mentorColumns, mentorTables, mentorView, type ReadMentor } from './read-mentor.js';

const cursors = cursorOf('mentors', instantAndId);

/** The pool, latest invited first, a page at a time. Refuses `forbidden`, `invalid` (a foreign cursor). */
export async function listMentors(
  services: Services,
  actor: Actor,
  { status, topic, personId, cursor, limit = 50 }: MentorsQuery,
): Promise<Result<{ items: MentorView[]; nextCursor: string | null }>> {
  const refused = refuseUnless(actor, 'mentors.keep');
  if (refused) return refused;
  const read = cursors.read(cursor);
  if (!read.ok) return read;
  const after = read.value;
  const rows = await services.db.$queryRaw<ReadMentor[]>`
    SELECT ${mentorColumns} FROM ${mentorTables} WHERE true
      ${status === undefined ? nothing : sql`AND m.status = ${status}`}
      ${topic === undefined ? nothing : sql`AND ${topic} = ANY(m.topics)`}
      ${personId === undefined ? nothing : sql`AND m.person_id = ${personId}::uuid`}
      ${after ? sql`AND (m.invited_at, m.id) < (${new Date(after[0])}, ${after[1]}::uuid)` : nothing}
    ORDER BY m.invited_at DESC, m.id DESC LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit).map((row) => mentorView(services, row));
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > limit && last ? cursors.write([last.invitedAt, last.id]) : null,
  });
}
