// What each index of the request table costs when a request is written: it is dropped, requests are written again in a
// transaction that is taken back, and the times are compared.

const WRITES = 1_000;
const ROUNDS = 3;

/** In microseconds a row, of an insert and of an update of a request's status; and how large each index is, in MB. */
export async function writeCosts(db) {
  const indexes =
    await db.$queryRawUnsafe(`SELECT i.relname AS name, pg_relation_size(i.oid)::float8 / 1048576 AS mb
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
    WHERE x.indrelid = 'ta_request'::regclass AND NOT x.indisunique ORDER BY 1`);
  const all = { insert: Number.POSITIVE_INFINITY, update: Number.POSITIVE_INFINITY };
  const without = Object.fromEntries(indexes.map(({ name }) => [name, { ...all }]));
  for (let n = 0; n < ROUNDS; n += 1) {
    await written(db, null, all);
    for (const { name } of indexes) await written(db, name, without[name]);
  }
  return {
    'with all of them': { insert: Math.round(all.insert), update: Math.round(all.update) },
    ...Object.fromEntries(
      indexes.map(({ name, mb }) => [
        name,
        {
          insert: Math.round(all.insert - without[name].insert),
          update: Math.round(all.update - without[name].update),
          mb: Math.round(mb * 10) / 10,
        },
      ]),
    ),
  };
}

/** The least of what it took so far stays in `least`: more than that is what else the machine did. */
async function written(db, dropped, least) {
  const write = async (tx) => {
    if (dropped) await tx.$executeRawUnsafe(`DROP INDEX "${dropped}"`);
    await tx.$executeRawUnsafe(`CREATE TEMP TABLE again ON COMMIT DROP AS SELECT * FROM ta_request
      ORDER BY received_at DESC LIMIT ${WRITES}`);
    await tx.$executeRawUnsafe(
      `UPDATE again SET id = gen_random_uuid(), reference = 'TA-2055-' || reference`,
    );
    const insert = await timed(() => tx.$executeRawUnsafe('INSERT INTO ta_request SELECT * FROM again'));
    const update = await timed(() =>
      tx.$executeRawUnsafe(`UPDATE ta_request SET status = 'in-review', process_seq = process_seq + 1
        WHERE id IN (SELECT id FROM again)`),
    );
    least.insert = Math.min(least.insert, (insert * 1000) / WRITES);
    least.update = Math.min(least.update, (update * 1000) / WRITES);
    throw new TakenBack();
  };
  await db.$transaction(write, { timeout: 120_000 }).catch((error) => {
    if (!(error instanceof TakenBack)) throw error;
  });
}

class TakenBack extends Error {}

async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
