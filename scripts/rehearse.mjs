import { ensureBuilt } from './ensure-built.mjs';
import { main } from './lib.mjs';
import { endWithParent } from './parent-watch.mjs';

endWithParent();
await main(ensureBuilt);
await import('../dist/laptop/rehearse.js');
