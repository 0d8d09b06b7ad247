/** A rendered mail. */
export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
  /** Of mail to a list: how to leave it. */
  headers?: Record<string, string>;
}

/** Outcome of one delivery attempt. `unknown` = the server may or may not have taken it. */
export type MailAttempt =
  | { outcome: 'sent' }
  /** `badAddress`: whatever is sent there would come back. */
  | { outcome: 'rejected'; code: string; badAddress?: boolean }
  | { outcome: 'retry'; code: string }
  | { outcome: 'unknown'; code: string };

export interface OutgoingMail extends RenderedMail {
  messageId: string;
  from: string;
  to: string[];
  cc: string[];
}

/** Hands one mail to a transport. `immediate` transports (the development outbox) need no workflow. */
export interface MailTransport {
  readonly kind: 'smtp' | 'mailbox';
  send(mail: OutgoingMail): Promise<MailAttempt>;
}
