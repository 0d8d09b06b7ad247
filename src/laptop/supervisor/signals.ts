import type { EventEmitter } from 'node:events';

/**
 * Calls `first` at the first Ctrl-C or SIGTERM, or when npm above us is gone, and `again` at a later signal. One Ctrl-C
 * may arrive twice, from the terminal and through npm, so what follows within a second counts as the same.
 */
export function onStopSignals(handlers: { first(): void; again(): void }): void {
  let at = 0;
  const handle = () => {
    const now = Date.now();
    if (at === 0) {
      at = now;
      handlers.first();
    } else if (now - at > 1_000) {
      handlers.again();
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, handle);
  // Told by scripts/parent-watch.mjs. npm also goes when we were told to stop, so that is never a second time.
  (process as EventEmitter).on('parent-gone', () => {
    if (at === 0) handle();
  });
  // With a closed terminal there is nobody to talk to; that must not keep us from stopping in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
