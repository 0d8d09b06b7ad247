import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { MailAttempt } from '../../ports/mail.js';
import { classify, type SmtpFailure } from './classify.js';
import type { ComposedMail } from './compose.js';
import type { KeptConnections } from './kept-connections.js';
import { watchedSource } from './watched-source.js';

export interface SmtpSettings {
  options: SMTPConnectionOptions;
  auth: { user: string; pass: string } | undefined;
  /** For the whole conversation, in ms: a server that drips must not hold a mail forever. */
  deadline: number;
  kept: KeptConnections;
}

/**
 * One mail, over a connection still open from the last one or over a new one. Always settles, with an outcome and
 * never with an error. That a kept connection has ended meanwhile says nothing about the mail: then a new one is tried.
 */
export async function deliver(settings: SmtpSettings, mail: ComposedMail): Promise<MailAttempt> {
  const kept = settings.kept.take();
  return (kept && (await carry(settings, mail, kept))) ?? (await carry(settings, mail));
}

/** Null when a kept connection turned out to be over before the server was given the message. */
function carry(settings: SmtpSettings, mail: ComposedMail, open: SMTPConnection): Promise<MailAttempt | null>;
function carry(settings: SmtpSettings, mail: ComposedMail): Promise<MailAttempt>;
function carry(
  { options, auth, deadline, kept }: SmtpSettings,
  mail: ComposedMail,
  open?: SMTPConnection,
): Promise<MailAttempt | null> {
  return new Promise((resolve) => {
    const connection = open ?? new SMTPConnection({ ...options });
    let begun = false;
    let settled = false;
    const settle = (attempt: MailAttempt | null) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      if (attempt?.outcome === 'sent') {
        connection.off('error', fail);
        connection.off('end', end);
        kept.giveBack(connection);
      } else connection.close();
      resolve(attempt);
    };
    const fail = (failure: SmtpFailure) =>
      settle(open && !begun && isOver(failure) ? null : classify(failure, begun));
    const end = () => fail({ code: 'ECONNECTION' });
    const timer = setTimeout(() => fail({ code: 'EDEADLINE' }), deadline);

    const send = () => {
      const source = watchedSource(mail.source, () => {
        begun = true;
      });
      // The client writes into the envelope it is given.
      connection.send({ ...mail.envelope }, source, (error, info) => {
        if (error) fail(error);
        // Some got it and some did not: sending again would give it to the first twice.
        else
          settle(
            info.rejected.length > 0 ? { outcome: 'unknown', code: 'partly-rejected' } : { outcome: 'sent' },
          );
      });
    };

    connection.on('error', fail);
    connection.once('end', end);
    if (open) return send();
    connection.connect((error) => {
      if (error) fail(error);
      else if (auth && !connection.authenticated) {
        connection.login(auth, (refused) => (refused ? fail(refused) : send()));
      } else send();
    });
  });
}

/** The connection's end, or the server's word that it ends it: not an answer about this mail. */
function isOver({ code, responseCode }: SmtpFailure): boolean {
  return (
    responseCode === 421 || (!responseCode && !['EENVELOPE', 'EMESSAGE', 'EDEADLINE'].includes(code ?? ''))
  );
}
