/** A poor phone connection does twice as much. */
const LEAST_BYTES_A_SECOND = 10_000;
const LOOK_MS = 10_000;

/** Cuts a body that stands still, or comes a byte now and then: somebody holds the connection, not a file. */
export function leastRate(cut: () => void, lookMs = LOOK_MS): { moved(bytes: number): void; end(): void } {
  let bytes = 0;
  const look = setInterval(() => {
    if (bytes < (LEAST_BYTES_A_SECOND * lookMs) / 1_000) cut();
    bytes = 0;
  }, lookMs);
  return {
    moved: (more) => {
      bytes += more;
    },
    end: () => clearInterval(look),
  };
}
