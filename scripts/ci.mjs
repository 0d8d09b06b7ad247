// npm run ci: `npm test` as README says it, the drills, and those tests again that use a clock most, on moved clocks. The
// last line has the sum. With arguments for jest: only what they name, and no second time.
import { spawn } from 'node:child_process';
import { at, main, say } from './lib.mjs';
import { endWithParent } from './parent-watch.mjs';
import { countLine } from './run-tests.mjs';

/** CONTRIBUTING.md says how to run everything so. */
const AFTERWARDS = [
  // On a moved clock at once: outages is one of those that use it most.
  {
    clock: '+100d',
    drills: true,
    // Those pages of staff again in a browser would show no other day: their desk has a simulated time.
    args: ['test/drills', 'test/api/pages/staff/staff-pages'],
  },
  { clock: '12-31T23:59-08:00', args: ['test/e2e/journey', 'test/confidentiality/canary', 'test/cli'] },
];

let stopped = false;
endWithParent();
await main(async () => {
  const args = process.argv.slice(2);
  const runs = [{ clock: process.env.CLOCK ?? '', args }, ...(args.length > 0 ? [] : AFTERWARDS)];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const run of runs) {
    if (run.clock) say(`\n${run.drills ? 'The drills, and more, with' : 'With'} the clock at ${run.clock}:`);
    const result = await npmTest(run);
    for (const name of Object.keys(sum)) sum[name] += result[name];
    if (result.code !== 0) process.exitCode = 1;
    if (stopped) break;
  }
  console.log(countLine(sum));
  if (sum.failed > 0) process.exitCode = 1;
});

/** Its exit code, and the counts of its last line; a run without them counts as one failed. */
function npmTest({ clock, drills = false, args }) {
  const child = spawn('npm', ['run', '--silent', drills ? 'drills' : 'test', '--', ...args], {
    cwd: at(),
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, CLOCK: clock, TA_DESK_RUN_BY: String(process.pid) },
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
    process.stderr.write(chunk);
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'parent-gone'])
    process.once(name, () => {
      stopped = true;
      child.kill(name === 'parent-gone' ? 'SIGTERM' : name);
    });
  return new Promise((resolve) =>
    child.once('close', (code) => {
      const counts = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(said)?.slice(1).map(Number);
      const [passed = 0, failed = 1, skipped = 0] = counts ?? [];
      resolve({ code, passed, failed, skipped: skipped || 0 });
    }),
  );
}
