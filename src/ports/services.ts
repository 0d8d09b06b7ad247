import type { Whence } from '../domain/security/whence.js';
import type { Clock } from './clock.js';
import type { ContactPolling, Contacts } from './contacts.js';
import type { Database } from './database.js';
import type { Processes, Relay } from './engine.js';
import type { Files } from './files.js';
import type { Log } from './log.js';
import type { MailTransport } from './mail.js';
import type { Meetings } from './meetings.js';
import type { PdfWriter } from './pdf.js';
import type { Previews } from './previews.js';
import type { Programs } from './programs.js';
import type { Scanner } from './scanner.js';
import type { Vault } from './vault.js';

/** What records (shared transactions) and activities need. */
export interface RecordServices {
  db: Database;
  vault: Vault;
  /** Documents' sealed bytes. */
  files: Files;
  clock: Clock;
  programs: Programs;
  relay: Relay;
  /** `pace` resolves when one more mail of a batch may leave; absent: at once. */
  mail: { transport: MailTransport; from: string; pace?: () => Promise<void> };
  appUrl: string;
  log: Log;
  /** By what way whoever asks has come; written with what they read and with security events. */
  whence: Whence;
  /** Where "send me email updates" is kept, if not here; absent: our own subscriptions. */
  contacts?: Pick<Contacts, 'kind' | 'mayMail'> & Partial<Contacts>;
  /** With contacts kept elsewhere: how often changes there are asked for. */
  contactPolling?: ContactPolling;
  /** Looks for viruses in documents; absent: they are taken as they come, and it is said. */
  scanner?: Scanner;
  /** Absent where only a manual link is used; whole where `kind` says `zoom`. */
  meetings?: Pick<Meetings, 'readReport'> & Partial<Meetings>;
}

/** What the API's use cases need. */
export interface Services extends RecordServices {
  processes: Processes;
  /** Documents of strangers as pictures. */
  previews: Previews;
  /** Letters, answers and worksheets to take away. */
  pdf: PdfWriter;
}
