/** Reports as mail servers write them, shortened. */

interface About {
  email: string;
  messageId: string;
  status?: string;
  action?: string;
}

/** A delivery status notification, RFC 3464. */
export function dsn({ email, messageId, status = '5.1.1', action = 'failed' }: About): string {
  return [
    'From: MAILER-DAEMON@mail.example (Mail Delivery System)',
    'Message-Id: <report-1@mail.example>',
    'Content-Type: multipart/report; report-type=delivery-status;',
    ' boundary="b"',
    '',
    '--b',
    '',
    `<${email}>: host mx.example said: 550 5.1.1 no such user`,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    `Final-Recipient: rfc822; ${email.toUpperCase()}`,
    `Action: ${action}`,
    `Status: ${status} (no such user)`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'From: desk@example.org',
    'Message-ID:',
    ` ${messageId}`,
    '',
    '--b--',
  ].join('\r\n');
}

/** A feedback report, RFC 5965, with the address blanked as most providers do. */
export function arf({ messageId }: Pick<About, 'messageId'>): string {
  return [
    'From: feedback@provider.example',
    'Message-ID: <feedback-1@provider.example>',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    '',
    '--b',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: Feedback/1.0',
    'Version: 1',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'To: redacted@provider.example',
    `Message-ID: ${messageId}`,
    '',
    'Feedback-Type: a line of the mail itself',
    '--b--',
  ].join('\n');
}
