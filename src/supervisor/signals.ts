/**
 * Calls `first` at the first Ctrl-C or SIGTERM and `again` at a later one. One Ctrl-C may arrive twice, from the
 * terminal and through npm, so what follows within a second counts as the same.
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
}
