import pg from 'pg';

/** Ends every connection to this database but its own, a few times, as a database does that is started anew. */
export async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let n = 0; n < 3; n += 1)
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
  } finally {
    await client.end();
  }
}
