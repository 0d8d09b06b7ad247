/** What the `:parts` of an address stand for, in their order. */
export type Parts<Address extends string> = Address extends `${string}:${infer Rest}`
  ? [string, ...Parts<Rest>]
  : [];

/** `people/:id` and `7f3a`: `people/7f3a`. */
export function filled<Address extends string>(address: Address, ...parts: Parts<Address>): string {
  const given: string[] = parts;
  let next = 0;
  return address.replace(/:\w+/g, () => given[next++] ?? '');
}
