/** What an event may carry: ids, codes and counts. Never a name, an address or anything that somebody typed. */
type Codes = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export const SECURITY_GROUPS = ['sign-in', 'permission', 'accounts', 'keys', 'data', 'records'] as const;
export type SecurityGroup = (typeof SECURITY_GROUPS)[number];

export interface SecuritySheet<Data extends Codes> {
  group: SecurityGroup;
  /** Never there: what the type carries. */
  carries?: Data;
}

type Nothing = Record<never, never>;
const row = <Data extends Codes = Nothing>(group: SecurityGroup): SecuritySheet<Data> => ({ group });

/**
 * Every kind of security event: what it carries, and under what it is found. Another kind is a row here and its
 * sentence in `api/text/…/pages/staff/security`. Whom or what it is about stands beside, as a reference.
 */
export const SECURITY_EVENTS = {
  /** A way in for the first admin was printed where the desk was started. */
  'admin-link-made': row('sign-in'),
  /** `by`: a link, or the provider; a second factor may still be asked for. */
  'signed-in': row<{ by: string }>('sign-in'),
  /** A provider's word was not taken, or a link; `reason` is the refusal's. */
  'sign-in-refused': row<{ by: string; reason: string }>('sign-in'),
  /** `by`: code, recovery or passkey. */
  'factor-passed': row<{ by: string }>('sign-in'),
  'factor-refused': row<{ by: string }>('sign-in'),
  'factor-added': row<{ what: string }>('sign-in'),
  'factor-removed': row<{ what: string }>('sign-in'),
  'recovery-codes-made': row('sign-in'),
  'factor-reset-asked': row('accounts'),
  /** Sessions ended with it. */
  'factor-reset': row<{ sessions: number }>('accounts'),

  /** Staff or a key were told that they may not; `reason` is the refusal's. */
  'permission-refused': row<{ reason: string; route: string }>('permission'),

  'colleague-added': row<{ role: string }>('accounts'),
  'role-changed': row<{ from: string; to: string }>('accounts'),
  /** Sessions ended and keys revoked with it. */
  'colleague-deactivated': row<{ sessions: number; keys: number }>('accounts'),
  'colleague-back': row<{ role: string }>('accounts'),

  /** A request was hidden from one of the staff, or is theirs to see again. */
  'wall-set': row<{ request: string }>('permission'),
  'wall-broken': row<{ request: string }>('permission'),

  'key-made': row<{ role: string; scopes: readonly string[]; owner: string | null }>('keys'),
  /** It has another secret; for how many days, and how long the one of before still works. */
  'key-rotated': row<{ days: number; overlapHours: number }>('keys'),
  'key-revoked': row('keys'),
  /** Something was tried with a key that opens nothing. */
  'key-refused': row<{ reason: string }>('keys'),

  /** A document carried a virus, and its bytes are gone; `signature` is the scanner's code of what was found. */
  'document-infected': row<{ signature: string }>('data'),
  /** Nobody could scan it for days; nobody can open it. */
  'document-unchecked': row('data'),
  /** `what`: a code of what was taken away. */
  exported: row<{ what: string; rows: number }>('data'),
  /** Written before anything is copied: it stands in the backup, too. */
  'backup-begun': row('data'),
  /** By hand; of whom or what is not told. `rows`: how many of all kinds. */
  'request-erased': row<{ rows: number }>('data'),
  'person-erased': row<{ rows: number }>('data'),
  /** What became of a release, of which request, for which kind of recipient and which parts. */
  release: row<{ what: string; request: string; recipient: string; parts: readonly string[] }>('data'),
  /** A file of a case for somebody outside: made under a release (or another basis), and handed out. */
  'case-exported': row<{
    request: string;
    basis: string;
    basisId: string;
    format: string;
    parts: readonly string[];
  }>('data'),
  'export-handed-out': row<{ request: string }>('data'),
  'hold-set': row('data'),
  'hold-lifted': row('data'),
  /** A wish for a copy or an erasure; `what`: which of them. Whose it is isn't told: it may be about to be erased. */
  'privacy-asked': row<{ what: string }>('data'),
  'privacy-decided': row<{ what: string; outcome: string }>('data'),
  /** By whose it is; `what`: json or pdf. */
  'copy-fetched': row<{ what: string }>('data'),
  'backup-restored': row<{ rows: number; madeAt: string }>('data'),

  /** Rows of a record (`reading`, `security`) from before that instant went when their time was up. */
  'records-purged': row<{ record: string; before: string; rows: number }>('records'),
} as const satisfies Record<string, { group: SecurityGroup }>;

export type SecurityKind = keyof typeof SECURITY_EVENTS;
export const SECURITY_KINDS = Object.keys(SECURITY_EVENTS) as SecurityKind[];

export type SecurityData<K extends SecurityKind> = NonNullable<(typeof SECURITY_EVENTS)[K]['carries']>;

/** An event of one of the kinds. */
export type SecurityEvent = {
  [K in SecurityKind]: { kind: K } & (keyof SecurityData<K> extends never
    ? { data?: undefined }
    : { data: SecurityData<K> });
}[SecurityKind];

const CODE = /^[\w.:/*-]{0,120}$/;

/** Whether a value is nothing but an id, a code, an instant or the template of an address. */
export function isCode(value: unknown): boolean {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return true;
  if (Array.isArray(value))
    return value.length <= 20 && value.every((one) => typeof one === 'string' && isCode(one));
  return typeof value === 'string' && CODE.test(value);
}
