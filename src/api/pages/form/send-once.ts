/**
 * Runs a sending once per form: a second press of the button while the first is under way waits for the same
 * outcome. Failed ones are forgotten, so that they can be tried again.
 */
export function createSendOnce<T>(): (token: string, send: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (token, send) => {
    const first = underWay.get(token);
    if (first) return first;
    const sending = send().finally(() => underWay.delete(token));
    underWay.set(token, sending);
    return sending;
  };
}
