const PATIENCE_MS = 30_000;
const PAUSE_MS = 500;

/** Does a piece of database work that may be repeated, waiting half a minute for a database that is away. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
