// npm test [-- jest arguments]: everything the tests need is made or found first; the last line has the count.
// With CLOCK=+100d they see the machine's clock moved (moved-clock.mjs).
import { main } from './lib.mjs';
import { endWithParent } from './parent-watch.mjs';
import { countLine, prepareTests, runTests } from './run-tests.mjs';

endWithParent();
await main(async () => {
  await prepareTests();
  const result = await runTests({ args: process.argv.slice(2), clock: process.env.CLOCK });
  console.log(countLine(result));
  process.exitCode = result.code || (result.failed > 0 ? 1 : 0);
});
