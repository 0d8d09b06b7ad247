import type { SessionFacts } from '../domain/people/second-factor.js';
import type { AppCodes, Passkeys } from './second-factors.js';

/** Somebody signed in by link. */
export interface SignedIn extends SessionFacts {
  email: string;
  /** Changes with each sign-in; CSRF tokens are bound to it. Never shown or logged. */
  sessionToken: string;
  sessionId: string;
  endsAt: Date;
}

/** What a used link gives: the address it proved and the cookies that make the session. */
export interface UsedLink {
  email: string;
  setCookies: string[];
}

/** Whose a link is. */
export interface LinkOwner {
  email: string;
  /** Printed for whoever starts the desk, not mailed: it is not asked for its address. */
  anyBrowser: boolean;
  sentAt: Date;
}

/** Sign-in by link. Wall time. `src/adapters/auth` implements it with better-auth. */
export interface SignInLinks {
  /** Makes a link's token without mailing it; any browser may use it. */
  make(link: { email: string; validMs: number }): Promise<string>;
  /** Makes a link, valid ten minutes, and has it mailed. Every address gets one: nothing tells who is known. */
  send(link: { email: string; next: string }): Promise<void>;
  /** Whose a link is, without using it up. Null when it is unknown, used or too old. */
  look(token: string): Promise<LinkOwner | null>;
  /** Somebody says to which address a link was mailed. After the fifth wrong word the link is gone. */
  tryAddress(token: string, email: string): Promise<boolean>;
  /** Signs in whose address was proved in another way, or just now. */
  enter(email: string): Promise<UsedLink | null>;
  /** Uses a link up. Null when it is unknown, used or too old. */
  use(token: string): Promise<UsedLink | null>;
  signedIn(cookies: string | undefined): Promise<SignedIn | null>;
  /**
   * The second factor was passed in this session by `ref`: it goes on under a new token, of which nobody else can know,
   * until it would have ended anyway. Null: there is no such session any more.
   */
  pass(session: SignedIn, ref: string, at: Date): Promise<string[] | null>;
  /** Ends the session; gives the cookies that clear it. */
  end(cookies: string | undefined): Promise<string[]>;
  /** What a second factor is made of. */
  appCodes: AppCodes;
  passkeys: Passkeys;
}
