/**
 * By an enhanced status code (RFC 3463): there is no such mailbox or domain, it moved away, or it is closed. A full
 * mailbox or a filter says nothing about the address.
 */
export function isNoSuchAddress(status: string): boolean {
  return /^5\.(1\.(1|2|3|6|10)|2\.1)$/.test(status);
}
