import { type Scrubbed, type ScrubStep, scrubDatabase } from '../adapters/database/scrub.js';
import { commandConfig } from './connect.js';
import { print, tell } from './say.js';

const DOING: Partial<Record<ScrubStep, string>> = {
  notes: 'Forgetting what the planner noted …',
  pages: 'Writing every page anew; tables are locked one by one …',
  checkpoint: 'Ending the server’s log of before …',
};

const KEEPS: Record<Scrubbed['keeps'][number], string> = {
  archive: 'the log is archived (archive_mode): what lies there goes when you delete it',
  slots:
    'a replication slot keeps the log until its reader has it, and the reader has what was erased until it has replayed it',
  recycled:
    'finished files of the log are used again under another name, with what they held until it is written over (wal_recycle = off deletes them)',
  'kept-size': 'wal_keep_size keeps some of the log for readers',
};

/**
 * `desk scrub`: after an erasure that must leave nothing: PostgreSQL's files are written anew and its log of before ends. 1: some
 * of it is for whoever owns the server.
 */
export async function scrub(): Promise<number> {
  const { databaseUrl } = commandConfig();
  const { refused, keeps } = await scrubDatabase(databaseUrl, (step) => {
    const doing = DOING[step];
    if (doing) tell(doing);
  });
  if (refused.length > 0) {
    tell(
      `This role may not do all of it (${refused.join(', ')}). As the server’s owner run: VACUUM (FULL, ANALYZE); CHECKPOINT; SELECT pg_switch_wal(); CHECKPOINT;`,
    );
  }
  for (const one of keeps) tell(`The server’s log may hold what was erased for longer: ${KEEPS[one]}.`);
  if (refused.length === 0) print('Every page is written anew.');
  return refused.length > 0 ? 1 : 0;
}
