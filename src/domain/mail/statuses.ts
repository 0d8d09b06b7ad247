interface StatusSheet {
  /** Still to leave, or leaving; it left, as far as anybody knows; it never did; it waits for a digest. */
  phase: 'waiting' | 'left' | 'kept-back' | 'collected';
  /** For staff to settle: it did not arrive, or nobody can tell. */
  troubled?: true;
  /** Its text is kept no longer: the links in it are keys. */
  erased?: true;
  /** How others are told of it, for whom a digest is only the envelope; absent: by its own name. */
  outside?: 'queued' | 'sent';
}

/** A row per status of a mail; every list of them derives from it, in this order. */
const STATUS = {
  queued: { phase: 'waiting' },
  sending: { phase: 'waiting' },
  sent: { phase: 'left', erased: true },
  failed: { phase: 'kept-back', troubled: true },
  unknown: { phase: 'left', troubled: true },
  suppressed: { phase: 'kept-back', erased: true },
  collected: { phase: 'collected', outside: 'queued' },
  digested: { phase: 'left', erased: true, outside: 'sent' },
} as const satisfies Record<string, StatusSheet>;

export type MailStatus = keyof typeof STATUS;

export const MAIL_STATUSES = Object.keys(STATUS) as MailStatus[];
const where = (holds: (sheet: StatusSheet) => boolean) =>
  Object.freeze(MAIL_STATUSES.filter((status) => holds(STATUS[status]))) as MailStatus[];

export const WAITING_MAIL = where(({ phase }) => phase === 'waiting');
/** Told in a digest, or to be told in the next: never a mail of its own. */
export const COLLECTED_MAIL: MailStatus[] = ['collected', 'digested'];
export const KEPT_BACK_MAIL = where(({ phase }) => phase === 'kept-back');
export const TROUBLED_MAIL = where(({ troubled }) => troubled === true);
const ERASED_MAIL = where(({ erased }) => erased === true);

export function isTroubledMail(status: string): boolean {
  return (TROUBLED_MAIL as string[]).includes(status);
}

export function isErasedMail(status: MailStatus): boolean {
  return ERASED_MAIL.includes(status);
}

/** The names that others know. */
export type ToldMailStatus = {
  [S in MailStatus]: (typeof STATUS)[S] extends { outside: infer Told } ? Told : S;
}[MailStatus];

export function toldMailStatus(status: MailStatus): ToldMailStatus {
  const sheet: StatusSheet = STATUS[status];
  return (sheet.outside ?? status) as ToldMailStatus;
}

export const TOLD_MAIL_STATUSES = [...new Set(MAIL_STATUSES.map(toldMailStatus))];

/** Every status that others are told of by this name. */
export function mailToldAs(told: ToldMailStatus): MailStatus[] {
  return MAIL_STATUSES.filter((status) => toldMailStatus(status) === told);
}
