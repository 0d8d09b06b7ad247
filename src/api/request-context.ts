import type { Actor } from '../domain/people/actor.js';
import type { SignedIn } from '../ports/sign-in-links.js';
import type { FormOrigin } from './kept-forms/form-token.js';
import type { Texts } from './text/texts.js';

/** How the caller proved who they are; a cookie can be borrowed by another site, a key can't. */
/** Somebody who came by a link, in a session that has not ended. */
export interface SignInState {
  session: SignedIn;
  who: Extract<Actor, { email: string }>;
  /** The second factor is missing: until then `actor` is nobody in particular. */
  waiting: boolean;
  hasFactor: boolean;
}

export type Proof = 'key' | 'session' | 'none';

declare global {
  namespace Express {
    interface Request {
      /** In the log: what belongs together. Set before anything else. */
      number: string;
      /** Set by the `identify` middleware for every request behind it. */
      actor: Actor;
      proof: Proof;
      /** Null: no session. */
      signIn: SignInState | null;
      /** Where the form that was sent stands; undefined: none was, or not one of ours. */
      formOrigin?: FormOrigin;
      /** What is said to people, in the language they asked for. Set before anything else. */
      texts: Texts;
      /** What a form must send back as `_csrf` (or a script as `X-CSRF-Token`). */
      csrfToken: string;
      /** Writes down that staff or a key were told that they may not; null while nobody has said who asks. */
      noteRefusal?: (reason: string) => Promise<void>;
      /** The form came with a file above the limit, which was not kept. */
      fileTooLarge?: boolean;
      /** It came with one file too many of its network, which was not read. */
      filesTooMany?: boolean;
    }
  }
}
