import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { MailTransport } from '../../ports/mail.js';
import { isLoopback } from '../host/is-loopback.js';
import { refusalOf } from './check-mail.js';
import { compose } from './compose.js';
import { deliver, type SmtpSettings } from './deliver.js';
import { keptConnections } from './kept-connections.js';

export interface SmtpTimeouts {
  /** Until connected, until greeted, between answers, and for all of it; in ms. */
  connection: number;
  greeting: number;
  socket: number;
  deadline: number;
}

const TIMEOUTS: SmtpTimeouts = { connection: 10_000, greeting: 10_000, socket: 30_000, deadline: 60_000 };

/**
 * Mail over `SMTP_URL` (`smtp://`, `smtps://`, with user and password). A connection carries one mail at a time and
 * stays open a moment for the next; one that failed is not used again. The activity that sends needs more time than
 * `deadline` and `socket` together. Mails carry ways in, so a server elsewhere has to encrypt; `?requireTLS=false` takes
 * one that doesn't. On this machine TLS is used when it is offered. Throws on a URL that is none.
 */
export function createSmtpTransport({
  url,
  timeouts = {},
}: {
  url: string;
  timeouts?: Partial<SmtpTimeouts>;
}): MailTransport {
  const settings = settingsFrom(url, { ...TIMEOUTS, ...timeouts });
  return {
    kind: 'smtp',
    async send(mail) {
      const code = refusalOf(mail);
      return code === null ? deliver(settings, await compose(mail)) : { outcome: 'rejected', code };
    },
  };
}

function settingsFrom(url: string, timeouts: SmtpTimeouts): SmtpSettings {
  // The parser below takes anything and falls back to this machine, which would send mail nowhere without a word.
  if (!/^smtps?:\/\/[^/?]/.test(url))
    throw new Error('SMTP_URL must be like smtp://user:password@mail.example.org:587');
  const { auth, ...parsed } = parseConnectionUrl(url);
  return {
    options: {
      requireTLS: !isLoopback(parsed.host ?? ''),
      ...parsed,
      connectionTimeout: timeouts.connection,
      greetingTimeout: timeouts.greeting,
      socketTimeout: timeouts.socket,
      dnsTimeout: timeouts.connection,
      // Loopback counts as a network, or a mail server on this machine could not be reached without another.
      allowInternalNetworkInterfaces: true,
    },
    auth: auth?.user && auth.pass ? { user: auth.user, pass: auth.pass } : undefined,
    deadline: timeouts.deadline,
    kept: keptConnections(),
  };
}
