// npm test [-- jest arguments]: everything the tests need is made or found first; the last line has the count.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { at, main, Refusal, say } from './lib.mjs';

await main(async () => {
  await ensureBuilt();
  const { provisionTemporalCli } = await import('../dist/adapters/embedded/temporal-cli.js');
  const { provisionTimeSkippingServer } = await import(
    '../dist/adapters/embedded/time-skipping-provision.js'
  );
  try {
    await provisionTemporalCli({ env: process.env, log: say });
    await provisionTimeSkippingServer({ env: process.env, log: say });
  } catch (error) {
    throw new Refusal(error.message);
  }
  const dir = mkdtempSync(join(tmpdir(), 'ta-desk-results-'));
  const results = join(dir, 'results.json');
  const code = await jest(['--json', `--outputFile=${results}`, ...process.argv.slice(2)]);
  const line = countLine(results);
  rmSync(dir, { recursive: true, force: true });
  console.log(line ?? '0 passed, 1 failed');
  process.exitCode = line ? code : code || 1;
});

function jest(args) {
  const child = spawn(process.execPath, [at('node_modules/jest/bin/jest.js'), ...args], {
    cwd: at(),
    // jest prints its report on standard error; the JSON goes to the file.
    stdio: 'inherit',
    env: {
      ...process.env,
      TZ: process.env.TZ || 'UTC',
      NODE_OPTIONS:
        `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
    },
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  return new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ? 1 : (code ?? 1))));
}

/** From jest's own count; a test file that could not run at all counts as one failed. Null without results. */
function countLine(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    const skipped = result.numPendingTests + result.numTodoTests;
    return `${result.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  } catch {
    return null;
  }
}
