import type SMTPConnection from 'nodemailer/lib/smtp-connection';

/** How long one waits for the next mail, in ms: servers count open connections, so it is not long. */
const IDLE_MS = 2_000;
/** Mails a connection carries at most; many servers end it soon after. */
const MAILS = 100;

/** Connections that just carried a mail and may carry the next, without a new greeting and sign-in. */
export interface KeptConnections {
  /** One that was open a moment ago; whoever takes it listens to its events. */
  take(): SMTPConnection | undefined;
  /** Keeps it for a while or says goodbye; nobody else listens to it from here on. */
  giveBack(connection: SMTPConnection): void;
}

export function keptConnections(): KeptConnections {
  const idle = new Map<SMTPConnection, () => void>();
  const carried = new WeakMap<SMTPConnection, number>();
  return {
    take() {
      // The one used last has waited the least.
      const [connection, release] = [...idle].at(-1) ?? [];
      release?.();
      return connection;
    },
    giveBack(connection) {
      const over = () => {
        forget();
        connection.close();
      };
      const goodbye = () => {
        forget();
        connection.quit();
      };
      connection.on('error', over);
      connection.on('end', over);
      const mails = (carried.get(connection) ?? 0) + 1;
      carried.set(connection, mails);
      const timer = setTimeout(goodbye, mails < MAILS ? IDLE_MS : 0);
      if (mails < MAILS)
        idle.set(connection, () => {
          forget();
          connection.off('error', over);
          connection.off('end', over);
        });

      function forget() {
        idle.delete(connection);
        clearTimeout(timer);
      }
    },
  };
}
