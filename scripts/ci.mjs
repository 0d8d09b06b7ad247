// npm run ci: all tests, then those again that use a clock most, on moved clocks. The last line has the sum of both.
// With arguments for jest: only what they name, and no second time.
import { main, say } from './lib.mjs';
import { endWithParent } from './parent-watch.mjs';
import { countLine, prepareTests, runTests } from './run-tests.mjs';

/** CONTRIBUTING.md says how to run everything so. */
const MOVED = [
  {
    clock: '+100d',
    args: [
      'test/e2e/journey',
      'test/e2e/staff-pages',
      'test/api/pages/staff/staff-pages',
      'test/confidentiality/canary',
      'test/chaos/outages',
    ],
  },
  { clock: '12-31T23:59-08:00', args: ['test/e2e/journey', 'test/confidentiality/canary', 'test/cli'] },
];

endWithParent();
await main(async () => {
  await prepareTests();
  const args = process.argv.slice(2);
  const runs = [{ clock: process.env.CLOCK, args }, ...(args.length > 0 ? [] : MOVED)];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const run of runs) {
    if (run.clock) say(`\nWith the clock at ${run.clock}:`);
    const result = await runTests(run);
    for (const name of Object.keys(sum)) sum[name] += result[name];
    if (result.code !== 0) process.exitCode = 1;
  }
  console.log(countLine(sum));
  if (sum.failed > 0) process.exitCode = 1;
});
