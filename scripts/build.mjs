import { ensureBuilt } from './ensure-built.mjs';
import { main, say } from './lib.mjs';

await main(async () => {
  await ensureBuilt();
  say('Built.');
});
