import { ensureBuilt } from './ensure-built.mjs';
import { main } from './lib.mjs';
import { endWithParent } from './parent-watch.mjs';

// Imported, not spawned: one process less that a signal would have to pass through (and might reach twice).
endWithParent();
await main(ensureBuilt);
await import('../dist/laptop/start.js');
