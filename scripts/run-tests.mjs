// Runs jest once; for test.mjs and ci.mjs.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { at, Refusal, say } from './lib.mjs';
import { clockAhead } from './moved-clock.mjs';

/** Everything the tests need is made or found. */
export async function prepareTests() {
  await ensureBuilt();
  const { provisionTemporalCli } = await import('../dist/laptop/servers/temporal-cli.js');
  const { provisionTimeSkippingServer } = await import('../dist/laptop/servers/time-skipping-provision.js');
  try {
    await provisionTemporalCli({ env: process.env, log: say });
    await provisionTimeSkippingServer({ env: process.env, log: say });
  } catch (error) {
    throw new Refusal(error.message);
  }
}

/**
 * @param clock see moved-clock.mjs
 * @returns jest's own counts; a test file that could not run at all counts as one failed, as does a run without results.
 */
export async function runTests({ args, clock = '' }) {
  const ahead = clockAhead(clock);
  const dir = mkdtempSync(join(tmpdir(), 'ta-desk-results-'));
  const results = join(dir, 'results.json');
  try {
    const code = await jest(['--json', `--outputFile=${results}`, ...args], {
      CLOCK_AHEAD_MS: String(ahead),
    });
    return { code, ...countsIn(results) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The line that a run ends with. */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function jest(args, env) {
  const child = spawn(process.execPath, [at('node_modules/jest/bin/jest.js'), ...args], {
    cwd: at(),
    // jest prints its report on standard error; the JSON goes to the file.
    stdio: 'inherit',
    env: {
      ...process.env,
      ...env,
      TZ: process.env.TZ || 'UTC',
      NODE_OPTIONS:
        `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
    },
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'parent-gone'])
    process.on(name, () => child.kill(name === 'parent-gone' ? 'SIGTERM' : name));
  return new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ? 1 : (code ?? 1))));
}

function countsIn(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
