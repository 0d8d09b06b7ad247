/** Codes of authenticator apps. `src/adapters/auth` implements it. */
export interface AppCodes {
  /** A new secret, in base32. */
  newSecret(): string;
  /** What an app reads from a picture: the secret as a QR code, in modules of one unit each. */
  picture(secret: string, account: { issuer: string; name: string }): QrPicture;
  /** The step of thirty seconds that a code is of; null: of none near `now`. */
  stepOf(secret: string, code: string, now: Date): number | null;
}

export interface QrPicture {
  /** Width and height. */
  size: number;
  /** What is dark, as the path of an SVG. */
  path: string;
}

export interface StoredPasskey {
  credentialId: string;
  publicKey: Uint8Array;
  signCount: number;
}

/** Passkeys (WebAuthn). `options` go to the browser as JSON; what its script gives back comes as text. */
export interface Passkeys {
  toAdd(
    who: { ref: string; name: string },
    known: readonly string[],
  ): Promise<{ challenge: string; options: string }>;
  /** Null: what came back is none for this challenge. */
  added(challenge: string, answer: string): Promise<StoredPasskey | null>;
  toUse(known: readonly string[]): Promise<{ challenge: string; options: string }>;
  /** Id of the passkey that an answer says to be of; null: it can't be read. */
  idIn(answer: string): string | null;
  /** The new count of signatures; null: it wasn't signed by this passkey for this challenge. */
  used(challenge: string, answer: string, passkey: StoredPasskey): Promise<number | null>;
}
