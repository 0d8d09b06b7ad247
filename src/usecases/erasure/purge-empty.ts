import { holdPeople } from '../people/hold-people.js';
import { recording } from '../recording.js';
import { named, type Sql, sql } from '../sql.js';
import type { Counts } from './counts.js';
import { eraseEmptyOrganizations, forgetAddresses, forgetRecord } from './forget-person.js';
import { heldPeople, withoutNewHolds } from './held.js';
import { before, type Due, type PurgeServices } from './purge-step.js';

const AT_ONCE = 500;

/** Tables in which somebody has something, and by which columns. A course counts until its own time is up. */
const BELONGINGS: readonly [table: string, columns: string[]][] = [
  ['ta_request', ['requester_id', 'supervisor_id']],
  ['call_registration', ['person_id']],
  ['call_question', ['person_id']],
  ['call_attendance', ['person_id']],
  ['conduct_review', ['person_id']],
  ['mentor', ['person_id']],
  ['introduction', ['requester_id']],
  ['emp_worksheet', ['person_id']],
];

/**
 * Records of people to whom nothing belongs any more and who are not signed in, their sign-ins, and organizations of nobody:
 * one person a transaction.
 */
export async function purgeEmpty(
  services: PurgeServices,
  due: Due,
  count: (kind: string, more: number) => void,
): Promise<void> {
  const { db } = services;
  for (let after = ''; ; ) {
    const rows = await db.$queryRaw<{ id: string }[]>`${sql`
      SELECT p.id FROM person p WHERE ${isEmpty(due)} AND p.id::text > ${after} ORDER BY p.id::text LIMIT ${AT_ONCE}`}`;
    for (const { id } of rows) {
      const gone = await forgetIfEmpty(services, due, id);
      count('people', gone.people ?? 0);
      count('organizations', gone.organizations ?? 0);
    }
    after = rows.at(-1)?.id ?? '';
    if (rows.length < AT_ONCE) break;
  }
  count('users', await forgetUsers(services, due));
  const organizations = await db.organization.findMany({
    where: {
      createdAt: { lt: before(due.now, due.retention.emptyRecordDays) },
      mergedIntoId: null,
      people: { none: {} },
      requests: { none: {} },
    },
    select: { id: true },
  });
  for (let from = 0; from < organizations.length; from += AT_ONCE) {
    const ids = organizations.slice(from, from + AT_ONCE).map(({ id }) => id);
    count('organizations', await eraseEmptyOrganizations(db, ids));
  }
}

/** Whether nothing belongs to `p`, who is no other's record, and to those merged into it. */
function isEmpty({ now, wall, retention }: Due): Sql {
  const has = BELONGINGS.flatMap(([table, columns]) =>
    columns.map((column) => `EXISTS (SELECT 1 FROM ${table} x WHERE x.${column} = m.id)`),
  );
  return sql`p.merged_into_id IS NULL AND p.created_at < ${before(now, retention.emptyRecordDays)}
    AND p.id NOT IN (${heldPeople})
    AND NOT EXISTS (SELECT 1 FROM person m WHERE (m.id = p.id OR m.merged_into_id = p.id) AND (
      ${named(has.join(' OR '))}
      OR EXISTS (SELECT 1 FROM completion c WHERE c.person_id = m.id
        AND c.completed_at > ${before(now, retention.completionDays)})))
    AND NOT EXISTS (SELECT 1 FROM person_email e JOIN auth_user u ON u.email = e.email
      JOIN auth_session s ON s.user_id = u.id WHERE e.person_id = p.id AND s.expires_at > ${wall})
    AND NOT EXISTS (SELECT 1 FROM person_email e JOIN unconfirmed_submission f ON f.email = e.email
      WHERE e.person_id = p.id)`;
}

async function forgetIfEmpty(services: PurgeServices, due: Due, id: string): Promise<Counts> {
  return recording(
    services,
    async (rec) => {
      await withoutNewHolds(rec.tx);
      const held = (await holdPeople(rec.tx, [id])).get(id);
      const [still] = await rec.tx.$queryRaw<unknown[]>`${sql`
        SELECT 1 FROM person p WHERE p.id = ${id}::uuid AND ${isEmpty(due)}`}`;
      if (!held || !still) return {};
      const merged = await rec.tx.person.findMany({ where: { mergedIntoId: id }, select: { id: true } });
      const whom = { ids: [id, ...merged.map((row) => row.id)], emails: held.emails };
      // On staff they sign in with the same address.
      const staff = await rec.tx.staff.findMany({
        where: { email: { in: held.emails } },
        select: { email: true },
      });
      const only = held.emails.filter((email) => !staff.some((one) => one.email === email));
      await forgetAddresses(rec, services, { ids: whom.ids, emails: only });
      return forgetRecord(rec, whom);
    },
    { awaitDelivery: false },
  );
}

/** Sign-ins of addresses that nobody here has, made long enough ago and not in use. */
async function forgetUsers({ db }: PurgeServices, { wall, retention }: Due): Promise<number> {
  return db.$executeRaw`
    DELETE FROM auth_user u WHERE u.created_at < ${before(wall, retention.emptyRecordDays)}
      AND NOT EXISTS (SELECT 1 FROM person_email e WHERE e.email = u.email)
      AND NOT EXISTS (SELECT 1 FROM staff s WHERE s.email = u.email)
      AND NOT EXISTS (SELECT 1 FROM auth_session s WHERE s.user_id = u.id AND s.expires_at > ${wall})`;
}
