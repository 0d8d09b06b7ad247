import { once } from 'node:events';
import { pause } from '../../adapters/host/process-kit.js';
import { processEnvironment } from '../../config.js';
import { readRunFile } from '../servers/run-file.js';
import { isLocked } from './data-dir.js';
import { stopServers } from './stop-servers.js';

/** Time for a new start, which takes PostgreSQL and Temporal over as they run. */
const GRACE_MS = 10_000;

/**
 * Stops the servers of a supervisor that was killed: nobody else would. Started by one of its programs, or by itself
 * before it has any (`--wait`): then it waits until the pipe to it closes.
 */
const dataDir = processEnvironment().DATA_DIR ?? '';
if (process.argv.includes('--wait')) await once(process.stdin.resume(), 'close');
await pause(GRACE_MS);
const run = readRunFile(dataDir);
if (run && !isLocked(dataDir)) await stopServers(dataDir, run);
