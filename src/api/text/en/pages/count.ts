/** `1 business day`, `3 business days`; `plural` where an s doesn't do. */
export function count(n: number, one: string, plural = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : plural}`;
}
