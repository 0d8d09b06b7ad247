import { isMailKind, MAIL, type MailSheet } from '../../domain/mail/kinds.js';
import type { MailSubject } from '../../domain/mail/overtaken.js';
import type { RecordServices } from '../../ports/services.js';
import { mayBeMailed } from '../calls/call-audience.js';
import { hashToken } from '../tokens.js';
import { MAIL_FACTS } from './mail-facts.js';
import type { MessageRow } from './message-row.js';
import { mailDataOf } from './render-message.js';

export type StillWanted =
  | 'yes'
  /** The fact has come after which nobody wants it. */
  | 'overtaken'
  /** Its reader has opted out, or never opted in. */
  | 'not-wanted'
  /** Consent is kept elsewhere and can't be asked for now. */
  | 'unknown';

type Needs = Pick<RecordServices, 'db' | 'contacts' | 'clock' | 'vault' | 'programs' | 'appUrl'>;

/** Asked of every mail right before it leaves, whatever its kind. */
export async function stillWanted(services: Needs, row: MessageRow): Promise<StillWanted> {
  if (!isMailKind(row.kind)) return 'yes';
  const sheet = MAIL[row.kind];
  if (await isOvertaken(services, sheet as MailSheet, row)) return 'overtaken';
  const atOnce = row.to.filter((email) => !row.collectedFor.includes(email));
  if (sheet.to === 'staff' && (await haveAllLeft(services, atOnce))) return 'overtaken';
  if (sheet.to !== 'listeners') return 'yes';
  const may = await mayBeMailed(services, { email: row.to[0] ?? '', callId: row.aboutId ?? '' });
  return may === 'unknown' ? 'unknown' : may ? 'yes' : 'not-wanted';
}

/** What it is about may be gone altogether: erased, or held and thrown away. */
async function isOvertaken<S extends MailSubject>(
  services: Needs,
  { about, wantedUntil }: MailSheet<S>,
  row: MessageRow,
): Promise<boolean> {
  if (row.aboutId === null && about !== 'nothing') return false;
  const facts = await MAIL_FACTS[about](services, row.aboutId ?? '', services.clock.now());
  if (facts === null) return true;
  const { callAt, meetingTrouble, dueOn, wasOn, isOn, wasDueAt, link, again, linkUntil } = dataOf(
    services,
    row,
  );
  const now = services.clock.now().toISOString();
  const linkHash = link === undefined ? undefined : hashToken(link.split('/').at(-1) ?? '');
  // Sign-in links last by the wall clock.
  const linkOver = linkUntil !== undefined && Date.parse(linkUntil) < Date.now();
  const written = { callAt, meetingTrouble, dueOn, wasOn, isOn, wasDueAt, linkHash, again, linkOver };
  return wantedUntil(facts, { now, to: row.to, ...written });
}

/** Of a mail that can't be read nothing is known; rendering, which comes next, fails on it and settles it. */
function dataOf(services: Needs, row: MessageRow): Partial<ReturnType<typeof mailDataOf>> {
  try {
    return row.sealed ? mailDataOf(services, row) : {};
  } catch {
    return {};
  }
}

async function haveAllLeft({ db }: Needs, to: readonly string[]): Promise<boolean> {
  const left = await db.staff.count({ where: { email: { in: [...to] }, active: false } });
  return to.length > 0 && left === to.length;
}
