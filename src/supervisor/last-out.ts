import { pause } from '../adapters/embedded/process-kit.js';
import { readRunFile } from '../adapters/embedded/run-file.js';
import { processEnvironment } from '../config.js';
import { isLocked } from './data-dir.js';
import { stopServers } from './stop-servers.js';

/** Time for a new start, which takes PostgreSQL and Temporal over as they run. */
const GRACE_MS = 10_000;

/** Started by a program whose supervisor was killed, with its environment: nobody else would stop the servers. */
const dataDir = processEnvironment().DATA_DIR ?? '';
await pause(GRACE_MS);
const run = readRunFile(dataDir);
if (run && !isLocked(dataDir)) await stopServers(dataDir, run);
