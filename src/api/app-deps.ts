import type { Config } from '../config.js';
import type { IdentityProvider } from '../ports/identity-providers.js';
import type { Services } from '../ports/services.js';
import type { SignInLinks } from '../ports/sign-in-links.js';
import type { ReadyReport } from '../usecases/health/ready.js';
import type { Languages } from './text/texts.js';
import type { Webhooks } from './webhooks/webhooks.js';

/** The settings the web side reads. */
export type AppSettings = Pick<
  Config,
  'appUrl' | 'appSecret' | 'production' | 'mode' | 'secondFactor' | 'sessions'
> &
  Partial<Pick<Config, 'programDir' | 'host' | 'trustedProxies'>>;

/** The simulated clock's handle; null outside rehearsal. */
export interface RehearsalControl {
  /** Returns the time reached once everything due until then is done. Never goes back. */
  advance(to: Date): Promise<Date>;
}

export type Auth = SignInLinks;

/**
 * What routes and pages are given. They hand it on to use cases, which ask who reads; of the database itself they can
 * ask nothing.
 */
export type AppServices = Omit<Services, 'db'> & { readonly db: never };

export interface AppDeps {
  services: AppServices;
  config: AppSettings;
  auth: Auth;
  rehearsal: RehearsalControl | null;
  ready(): Promise<ReadyReport>;
  /** Organizations' own sign-ins; left out: none. */
  providers?: readonly IdentityProvider[];
  /** Left out: those the desk has. */
  languages?: Languages;
  /** Services that call us; left out: none does. */
  webhooks?: Webhooks;
  /** In tests: told of every answer of the API that is otherwise than its document says, by where they differ. */
  undescribed?: (difference: string) => void;
}

/** What an app is made of; the database stays with the use cases. */
export type AppParts = Omit<AppDeps, 'services'> & { services: Services };
