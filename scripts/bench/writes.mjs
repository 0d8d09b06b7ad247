// What each index of the request table costs when a request is written: it is dropped, requests are written again in a
// transaction that is taken back, and the times are compared.

const WRITES = 2_000;
const ROUNDS = 5;

/** In microseconds a row: of an insert and of an update of a request's status, and how large each index is. */
export async function writeCosts(db) {
  const names =
    await db.$queryRawUnsafe(`SELECT i.relname AS name, pg_relation_size(i.oid)::float8 / 1048576 AS mb
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
    WHERE x.indrelid = 'ta_request'::regclass AND NOT x.indisunique ORDER BY 1`);
  const rows = { 'with all of them': { ...(await written(db, null)), mb: null } };
  for (const { name, mb } of names) {
    const without = await written(db, name);
    const all = await written(db, null);
    rows[name] = {
      insert: Math.round(all.insert - without.insert),
      update: Math.round(all.update - without.update),
      mb: Math.round(mb * 10) / 10,
    };
  }
  return rows;
}

async function written(db, dropped) {
  const times = { insert: [], update: [] };
  for (let n = 0; n < ROUNDS; n += 1) {
    await db
      .$transaction(
        async (tx) => {
          if (dropped) await tx.$executeRawUnsafe(`DROP INDEX "${dropped}"`);
          await tx.$executeRawUnsafe(`CREATE TEMP TABLE again ON COMMIT DROP AS SELECT * FROM ta_request
            ORDER BY received_at DESC LIMIT ${WRITES}`);
          await tx.$executeRawUnsafe(
            `UPDATE again SET id = gen_random_uuid(), reference = 'TA-2055-' || reference`,
          );
          times.insert.push(
            await timed(() => tx.$executeRawUnsafe('INSERT INTO ta_request SELECT * FROM again')),
          );
          times.update.push(
            await timed(() =>
              tx.$executeRawUnsafe(`UPDATE ta_request SET status = 'in-review', process_seq = process_seq + 1
                WHERE id IN (SELECT id FROM again)`),
            ),
          );
          throw new TakenBack();
        },
        { timeout: 120_000 },
      )
      .catch((error) => {
        if (!(error instanceof TakenBack)) throw error;
      });
  }
  const least = (all) => (Math.min(...all) * 1000) / WRITES;
  return { insert: Math.round(least(times.insert)), update: Math.round(least(times.update)) };
}

class TakenBack extends Error {}

async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
