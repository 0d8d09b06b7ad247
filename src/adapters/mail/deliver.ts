import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { MailAttempt } from '../../activities/ports.js';
import { classify, type SmtpFailure } from './classify.js';
import type { ComposedMail } from './compose.js';
import { watchedSource } from './watched-source.js';

export interface SmtpSettings {
  options: SMTPConnectionOptions;
  auth: { user: string; pass: string } | undefined;
  /** For the whole conversation, in ms: a server that drips must not hold a mail forever. */
  deadline: number;
}

/** One connection, one mail. Always settles, with an outcome and never with an error. */
export function deliver({ options, auth, deadline }: SmtpSettings, mail: ComposedMail): Promise<MailAttempt> {
  return new Promise((resolve) => {
    const connection = new SMTPConnection({ ...options });
    let begun = false;
    const settle = (attempt: MailAttempt) => {
      clearTimeout(timer);
      // First, for closing reports an end as well; only the first outcome counts.
      resolve(attempt);
      if (attempt.outcome === 'sent') connection.quit();
      else connection.close();
    };
    const fail = (failure: SmtpFailure) => settle(classify(failure, begun));
    const timer = setTimeout(() => fail({ code: 'EDEADLINE' }), deadline);

    const send = () => {
      const source = watchedSource(mail.source, () => {
        begun = true;
      });
      connection.send(mail.envelope, source, (error, info) => {
        if (error) fail(error);
        // Some got it and some did not: sending again would give it to the first twice.
        else
          settle(
            info.rejected.length > 0 ? { outcome: 'unknown', code: 'partly-rejected' } : { outcome: 'sent' },
          );
      });
    };

    connection.on('error', fail);
    connection.once('end', () => fail({ code: 'ECONNECTION' }));
    connection.connect((error) => {
      if (error) fail(error);
      else if (auth && !connection.authenticated) {
        connection.login(auth, (refused) => (refused ? fail(refused) : send()));
      } else send();
    });
  });
}
