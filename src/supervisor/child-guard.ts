/**
 * Loaded before web and worker (`node --import`). They are in process groups of their own, so that Ctrl-C reaches the
 * supervisor only; when it dies without stopping them, the channel to it closes and they must end by themselves.
 */
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 15_000).unref();
});
process.channel?.unref();
