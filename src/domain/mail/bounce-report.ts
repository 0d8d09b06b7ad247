import { isEmailAddress } from './address.js';
import { isNoSuchAddress } from './no-such-address.js';

/** What came back about mail that had been taken: nobody is there, or somebody called it spam. */
export interface BounceReport {
  reason: 'bounce' | 'complaint';
  /** Lower case; of a complaint often none, as providers blank them. */
  addresses: string[];
  /** Every Message-ID in it, the report's own too: the mail it is about is quoted at its end. */
  messageIds: string[];
}

/**
 * Reads a delivery status notification (RFC 3464) or a feedback report (RFC 5965) out of a mail as it came. Null: it
 * is neither, or says nothing final about an address.
 */
export function readBounceReport(mail: string): BounceReport | null {
  const text = mail.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' ');
  const messageIds = [...new Set(fieldsOf(text, 'message-id').flatMap((id) => /<[^<>\s]+>/.exec(id) ?? []))];
  if (/^feedback-type:[ ]*(abuse|fraud)\b/im.test(text)) {
    return { reason: 'complaint', addresses: addressesOf(text, 'original-rcpt-to'), messageIds };
  }
  const failed = text
    .split(/\n{2,}/)
    .filter((group) => fieldsOf(group, 'action').some((action) => /^failed\b/i.test(action)))
    .filter((group) =>
      fieldsOf(group, 'status').some((status) => isNoSuchAddress(status.split(/[ (]/)[0] ?? '')),
    )
    .flatMap((group) => [
      ...addressesOf(group, 'original-recipient'),
      ...addressesOf(group, 'final-recipient'),
    ]);
  return failed.length > 0 ? { reason: 'bounce', addresses: [...new Set(failed)], messageIds } : null;
}

function fieldsOf(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`^${name}:[ ]*(.*)$`, 'gim'))].map((match) => (match[1] ?? '').trim());
}

/** `rfc822; Ann@example.org`, `<ann@example.org>` → `ann@example.org`. */
function addressesOf(text: string, name: string): string[] {
  return fieldsOf(text, name).flatMap((value) => {
    const address = value.split(/[\s\p{C}<>;"]+/u).find(isEmailAddress);
    return address ? [address.toLowerCase()] : [];
  });
}
