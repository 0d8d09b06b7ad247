/** A reopening ends one episode and begins the next: two records of one thing, shown as one. Events oldest first. */
export function onceReopened<E extends { type: string; episode: number; at: string }>(
  events: readonly E[],
): E[] {
  return events.filter(
    ({ type, episode, at }) =>
      type !== 'reopened' ||
      !events.some((other) => other.type === 'reopened' && other.episode > episode && other.at === at),
  );
}
