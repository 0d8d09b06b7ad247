import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { type ReadMail, readMail } from './read-mail.js';

/** What the mail server does wrong, until told otherwise. */
export type SmtpFault =
  | { kind: 'none' }
  /** Hangs up before a word, or greets with this code. */
  | { kind: 'hang-up-at-connect' }
  | { kind: 'refuse-at-connect'; code: number }
  /** Answers this step with a code. */
  | { kind: 'refuse'; at: 'mail' | 'rcpt' | 'data'; code: number; text?: string }
  /** Refuses one recipient and takes the others. */
  | { kind: 'refuse-recipient'; address: string; code: number; text?: string }
  /** Hangs up at this step; `data`: with the whole mail in hand and before saying so. */
  | { kind: 'hang-up'; at: 'mail' | 'rcpt' | 'data' }
  /** The next to come to this step finds the line dead, or is told that the server ends it; then all is well. */
  | { kind: 'hang-up-once'; at: 'mail' }
  | { kind: 'close-once' }
  /** Says nothing more at this step. */
  | { kind: 'silent'; at: 'connect' | 'mail' | 'data' }
  /** Takes the mail after so many ms. */
  | { kind: 'slow'; ms: number };

export interface ReceivedMail extends ReadMail {
  /** Whom the envelope names. */
  recipients: string[];
  /** False where the server had the mail and never said so. */
  acknowledged: boolean;
}

export interface SmtpSink {
  url: string;
  port: number;
  /** Every mail whose content arrived, oldest first. */
  received: ReceivedMail[];
  /** For everybody, or for mail to one address only (steps `rcpt` and `data`). */
  setFault(fault: SmtpFault, address?: string): void;
  /** How many connections there have been. */
  readonly connections: number;
  /** Most connections that were open at once. */
  readonly peak: number;
  /** Resolves once so many mails have arrived. */
  waitFor(count: number): Promise<ReceivedMail[]>;
  clear(): void;
  close(): Promise<void>;
}

export interface SmtpSinkOptions {
  /** Else one the system picks. */
  port?: number;
  /** Wants this sign-in; else wants none. */
  account?: { user: string; pass: string };
  /** Offers TLS, with a certificate nobody has signed. */
  startTls?: boolean;
}

type Answer = (error?: Error | null) => void;

/** A real SMTP server on a port of its own that keeps what it is sent, with faults to switch on. */
export async function startSmtpSink({
  port = 0,
  account,
  startTls = false,
}: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const received: ReceivedMail[] = [];
  let fault: SmtpFault = { kind: 'none' };
  const faultsByAddress = new Map<string, SmtpFault>();
  let peak = 0;
  let connections = 0;
  let waiting: (() => void)[] = [];

  const faultFor = (addresses: string[]) => {
    const own = addresses.find((address) => faultsByAddress.has(address));
    return (own !== undefined && faultsByAddress.get(own)) || fault;
  };
  const at = (
    step: 'mail' | 'rcpt' | 'data',
    session: SMTPServerSession,
    answer: Answer,
    fine: () => void,
    fault: SmtpFault,
  ) => {
    if (fault.kind === 'refuse' && fault.at === step) answer(refusal(fault.code, fault.text));
    else if (fault.kind === 'close-once') once(() => answer(refusal(421)));
    else if (fault.kind === 'hang-up-once' && fault.at === step) once(() => hangUp(server, session));
    else if (fault.kind === 'hang-up' && fault.at === step) hangUp(server, session);
    else if (fault.kind === 'silent' && fault.at === step) return;
    else fine();
  };

  const once = (fails: () => void) => {
    fault = { kind: 'none' };
    fails();
  };

  const server = new SMTPServer({
    disabledCommands: [...(account ? [] : ['AUTH']), ...(startTls ? [] : ['STARTTLS'])],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, answer) =>
      username === account?.user && password === account?.pass
        ? answer(null, { user: username })
        : answer(refusal(535)),
    disableReverseLookup: true,
    closeTimeout: 200,
    onConnect(session, answer) {
      connections += 1;
      peak = Math.max(peak, connectionsOf(server).size);
      if (fault.kind === 'hang-up-at-connect') hangUp(server, session);
      else if (fault.kind === 'refuse-at-connect') answer(refusal(fault.code));
      else if (!(fault.kind === 'silent' && fault.at === 'connect')) answer();
    },
    onMailFrom: (_address, session, answer) => at('mail', session, answer, () => answer(), fault),
    onRcptTo({ address }, session, answer) {
      if (fault.kind === 'refuse-recipient' && fault.address === address) {
        answer(refusal(fault.code, fault.text));
      } else at('rcpt', session, answer, () => answer(), faultFor([address]));
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      const fault = faultFor(recipients);
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const take = (acknowledged: boolean) => {
          received.push({ ...readMail(Buffer.concat(chunks).toString('utf8')), recipients, acknowledged });
          for (const wake of waiting.splice(0)) wake();
        };
        // A server that refuses says so; one that hangs up or falls silent may well have kept the mail.
        if (fault.kind === 'hang-up' || fault.kind === 'silent') take(false);
        const fine = () => {
          const accept = () => {
            take(true);
            answer();
          };
          if (fault.kind === 'slow') setTimeout(accept, fault.ms).unref();
          else accept();
        };
        at('data', session, answer, fine, fault);
      });
    },
  });
  // A client that hangs up is no trouble of the sink.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.server.address() as AddressInfo).port;

  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    received,
    setFault(next, address) {
      if (address === undefined) fault = next;
      else faultsByAddress.set(address, next);
    },
    get connections() {
      return connections;
    },
    get peak() {
      return peak;
    },
    async waitFor(count) {
      while (received.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
      return received;
    },
    clear() {
      received.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        waiting = [];
        server.close(() => resolve());
      }),
  };
}

function refusal(code: number, text = 'not now, said the sink'): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

interface OpenConnection {
  id: string;
  _socket: { destroy(): void };
}

/** smtp-server hides its connections and the socket of a session. */
function connectionsOf(server: SMTPServer): Set<OpenConnection> {
  return (server as unknown as { connections: Set<OpenConnection> }).connections;
}

function hangUp(server: SMTPServer, { id }: SMTPServerSession): void {
  for (const connection of connectionsOf(server)) if (connection.id === id) connection._socket.destroy();
}
