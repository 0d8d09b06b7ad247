// npm test [-- jest arguments]: everything the tests need is made or found first; the last line has the count.
// With DRILLS=1 (npm run drills) those of test/drills, unless files are named.
// With CLOCK=+100d they see the machine's clock moved (moved-clock.mjs).
import { main } from './lib.mjs';
import { endWithParent } from './parent-watch.mjs';
import { countLine, prepareTests, runTests } from './run-tests.mjs';

endWithParent();
await main(async () => {
  await prepareTests();
  const named = process.argv.slice(2);
  const args = process.env.DRILLS && named.length === 0 ? ['test/drills'] : named;
  const result = await runTests({ args, clock: process.env.CLOCK });
  console.log(countLine(result));
  process.exitCode = result.code || (result.failed > 0 ? 1 : 0);
});
