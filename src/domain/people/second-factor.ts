/** How long what was proved by a factor counts before an act that asks for it again. Wall time, as all of this. */
export const FRESH_MS = 10 * 60_000;

/** Codes for whoever has lost the rest. */
export const RECOVERY_CODES = 10;

/** Of one person; more are nobody's. */
export const MOST_PASSKEYS = 10;

/** No letters or digits that are read as one another. */
export const RECOVERY_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
const HALF = 6;

/** `letters`: twice as many of `RECOVERY_LETTERS` as a half has. */
export const asRecoveryCode = (letters: string): string => `${letters.slice(0, HALF)}-${letters.slice(HALF)}`;
export const LETTERS_OF_A_CODE = 2 * HALF;

export type TypedCode = { kind: 'app' | 'recovery'; code: string };

/** What was typed, however it was spaced; null: it is no code. */
export function readCode(typed: string): TypedCode | null {
  const plain = typed.slice(0, 60).replace(/[\s-]/g, '').toLowerCase();
  if (/^\d{6}$/.test(plain)) return { kind: 'app', code: plain };
  if (plain.length !== LETTERS_OF_A_CODE || [...plain].some((one) => !RECOVERY_LETTERS.includes(one)))
    return null;
  return { kind: 'recovery', code: asRecoveryCode(plain) };
}

export interface SessionFacts {
  startedAt: Date;
  usedAt: Date | null;
  /** As whom the factor was passed, and when last. */
  passedAs: string | null;
  passedAt: Date | null;
}

/** Where somebody's session stands. `waiting`: for the second factor, and until then it opens nothing. */
export type Standing = 'in' | 'waiting' | 'idle';

/** `ref`: who they are now, which may be another than when the session began. */
export function standingOf(
  session: SessionFacts,
  who: { ref: string; isStaff: boolean; hasFactor: boolean },
  rules: { secondFactor: 'required' | 'offered'; idleMinutes: number },
  now: Date,
): Standing {
  const lastUsed = session.usedAt ?? session.startedAt;
  if (who.isStaff && now.getTime() - lastUsed.getTime() > rules.idleMinutes * 60_000) return 'idle';
  if (session.passedAs === who.ref) return 'in';
  return who.hasFactor || (who.isStaff && rules.secondFactor === 'required') ? 'waiting' : 'in';
}

/** Has this session lately proved who sits there: by the factor, or where there is none by the link that began it? */
export function isFresh(session: SessionFacts, ref: string, hasFactor: boolean, now: Date): boolean {
  const proved = hasFactor ? (session.passedAs === ref ? session.passedAt : null) : session.startedAt;
  return proved !== null && now.getTime() - proved.getTime() <= FRESH_MS;
}
