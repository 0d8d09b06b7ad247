import { isNoSuchAddress } from '../../domain/mail/no-such-address.js';
import type { MailAttempt } from '../../ports/mail.js';

/** What the SMTP client says went wrong; its message may hold addresses and is never passed on. */
export interface SmtpFailure {
  code?: string;
  responseCode?: number;
  /** Step that failed, e.g. `RCPT TO`, `DATA`, `CONN`. */
  command?: string;
  /** The server's line, which may hold the address: only its numbers are looked at. */
  response?: string;
}

/** Steps at which a "no" is about this mail and not about the connection or our account. */
const ABOUT_THE_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA'];
/** "Authentication required" and the like: our settings are wrong, the mail is not. */
const ABOUT_OUR_ACCOUNT = new Set([530, 534, 535, 538]);

/**
 * Without an enhanced code nothing is concluded of an address: "550" alone is also said to senders whom a server
 * doesn't want to relay for.
 */
const ENHANCED = /^5\d\d[ -](\d\.\d{1,3}\.\d{1,3})\b/;

/**
 * Turns a failure into what the ledger may conclude. A clear answer to a step decides: 4xx retry, 5xx rejected.
 * Otherwise it hangs on whether the server was being given the message: before, retry; after, unknown.
 */
export function classify(
  { code, responseCode, command = '', response = '' }: SmtpFailure,
  begun: boolean,
): MailAttempt {
  const trouble = responseCode ? `smtp-${responseCode}` : (code ?? 'error').toLowerCase();
  if (begun && !(responseCode && command === 'DATA')) return { outcome: 'unknown', code: trouble };
  if (responseCode) {
    const final =
      responseCode >= 500 && ABOUT_THE_MAIL.includes(command) && !ABOUT_OUR_ACCOUNT.has(responseCode);
    if (!final) return { outcome: 'retry', code: trouble };
    const badAddress = command === 'RCPT TO' && isNoSuchAddress(ENHANCED.exec(response)?.[1] ?? '');
    return { outcome: 'rejected', code: trouble, ...(badAddress ? { badAddress } : {}) };
  }
  // Refused by the client itself before a word was said (say, too large for this server): it would be again.
  const hopeless = code === 'EENVELOPE' || code === 'EMESSAGE';
  return { outcome: hopeless ? 'rejected' : 'retry', code: trouble };
}
