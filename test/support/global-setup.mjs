import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alive, cleanUp, prefix } from './run-dir-clean.mjs';

/** Gives the run a folder that its workers share, and clears away what a killed run left. */
export default function setup() {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
    if (owner > 0 && !alive(owner)) cleanUp(join(tmpdir(), name));
  }
  process.env.TA_DESK_TEST_RUN = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  process.once('exit', () => rmSync(process.env.TA_DESK_TEST_RUN ?? '', { recursive: true, force: true }));
}
