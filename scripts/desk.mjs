import { ensureBuilt } from './ensure-built.mjs';
import { main } from './lib.mjs';

await main(ensureBuilt);
await import('../dist/cli/main.js');
