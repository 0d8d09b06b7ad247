import type { ProviderWord } from '../domain/people/proved-by-provider.js';

/** What an organization's own sign-in says of somebody, after the library has checked signature, issuer, audience and nonce. */
export interface ProviderClaims {
  /** Never given to somebody else there. */
  subject: string;
  claims: Readonly<Record<string, unknown>>;
}

/** One that is not in order: turned down there, not to be reached, or an answer that nobody can rely on. */
export type ProviderTrouble = 'declined' | 'away' | 'not-valid';

/** What this browser must come back with; good for one way there and back. */
export interface ProviderAsk {
  state: string;
  nonce: string;
  verifier: string;
}

/** A sign-in of an organization by OpenID Connect. `src/adapters/oidc` implements it with openid-client. */
export interface IdentityProvider extends ProviderWord {
  /** Its place in addresses: `google`, `entra`, `oidc`. */
  id: string;
  /** As people know it. */
  name: string;
  /** Where the browser is sent. */
  begin(): Promise<{ to: string; ask: ProviderAsk } | 'away'>;
  /** `query`: with what the browser came back. Never throws for what the provider or the browser did. */
  finish(query: URLSearchParams, ask: ProviderAsk): Promise<ProviderClaims | ProviderTrouble>;
}
