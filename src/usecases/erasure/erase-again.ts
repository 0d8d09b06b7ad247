import type { Prisma } from '../../adapters/database/generated/client.js';
import { forgetAnswersAbout } from '../idempotency/forget-answers-about.js';
import { recording } from '../recording.js';
import { addCounts, type Counts } from './counts.js';
import { digestOf } from './digest.js';
import type { HandErasures } from './erase-by-hand.js';
import { erasePerson } from './erase-person.js';
import { eraseRequests } from './erase-requests.js';
import type { ErasureToRepeat } from './erasure-list.schema.js';
import { eraseEmptyOrganizations } from './forget-person.js';

const AT_ONCE = 1_000;

/**
 * In a database that was put back: what was erased by hand after it was made is erased once more, found by its digests, and
 * the list goes on as it was. Holds of then keep nothing: whatever was erased since had none.
 */
export async function eraseAgain(
  services: HandErasures,
  list: readonly ErasureToRepeat[],
  madeAt: Date,
): Promise<Counts> {
  const { db } = services;
  const since = list.filter(({ at }) => new Date(at) > madeAt);
  const wanted = new Set(since.flatMap(({ digests }) => digests));
  let counts: Counts = {};
  if (wanted.size > 0) {
    const requests = await among(services, wanted, 'request', await idsOf(db.taRequest));
    for (const id of requests) {
      await db.legalHold.deleteMany({
        where: { OR: [{ requestId: id }, { person: { requested: { some: { id } } } }] },
      });
      const done = await recording(services, async (rec) => {
        const gone = await eraseRequests(rec, [id]);
        await forgetAnswersAbout(rec, services, gone.erased);
        return gone;
      });
      counts = addCounts(counts, done.counts);
    }
    const people = await among(services, wanted, 'person', await idsOf(db.person));
    const theirs = await db.personEmail.findMany({ where: { personId: { in: people } } });
    await db.legalHold.deleteMany({ where: { personId: { in: people } } });
    const addresses = [
      ...theirs.map(({ email }) => email),
      ...(await among(services, wanted, 'address', await addressesOf(services))),
    ];
    for (const email of new Set(addresses)) {
      const done = await recording(services, (rec) => erasePerson(rec, services, email, { again: true }));
      if (done.ok) counts = addCounts(counts, done.value.counts);
    }
    // Requests whose keys are destroyed went before, so nobody knows any more whose they were: whatever belongs to nobody goes.
    const organizations = await idsOf(db.organization);
    for (let from = 0; from < organizations.length; from += AT_ONCE) {
      const emptied = await eraseEmptyOrganizations(db, organizations.slice(from, from + AT_ONCE));
      counts = addCounts(counts, { organizations: emptied });
    }
  }
  await db.erasure.createMany({
    data: list.map((row) => ({ ...row, at: new Date(row.at), counts: row.counts as Prisma.InputJsonObject })),
    skipDuplicates: true,
  });
  return counts;
}

async function among(
  services: HandErasures,
  wanted: ReadonlySet<string>,
  kind: Parameters<typeof digestOf>[1],
  names: readonly string[],
): Promise<string[]> {
  return names.filter((name) => wanted.has(digestOf(services, kind, name)));
}

interface Ids {
  findMany(query: {
    select: { id: true };
    where: { id: { gt: string } };
    orderBy: { id: 'asc' };
    take: number;
  }): PromiseLike<{ id: string }[]>;
}

async function idsOf(table: Ids): Promise<string[]> {
  const all: string[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await table.findMany({
      select: { id: true },
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    });
    all.push(...rows.map(({ id }) => id));
    after = rows.at(-1)?.id ?? after;
    if (rows.length < AT_ONCE) return all;
  }
}

/** Addresses of whoever has no record of their own, too. */
async function addressesOf({ db }: HandErasures): Promise<string[]> {
  const rows = await db.$queryRaw<{ email: string }[]>`
    SELECT email FROM person_email UNION SELECT lower(email) FROM unconfirmed_submission
    UNION SELECT email FROM subscription UNION SELECT email FROM auth_user UNION SELECT email FROM address_claim`;
  return rows.map(({ email }) => email);
}
