import type { Config } from '../config.js';
import type { Services } from '../ports/services.js';
import type { SignInLinks } from '../ports/sign-in-links.js';
import type { ReadyReport } from '../usecases/health/ready.js';
import type { Languages } from './text/texts.js';
import type { Webhooks } from './webhooks/webhooks-router.js';

/** The settings the web side reads. */
export type AppSettings = Pick<Config, 'appUrl' | 'appSecret' | 'production' | 'mode'> &
  Partial<Pick<Config, 'programDir' | 'host' | 'trustedProxies'>>;

/** The simulated clock's handle; null outside rehearsal. */
export interface RehearsalControl {
  /** Returns the time reached once everything due until then is done. Never goes back. */
  advance(to: Date): Promise<Date>;
}

export type Auth = SignInLinks;

export interface AppDeps {
  services: Services;
  config: AppSettings;
  auth: Auth;
  rehearsal: RehearsalControl | null;
  ready(): Promise<ReadyReport>;
  /** Left out: those the desk has. */
  languages?: Languages;
  /** Services that call us; left out: none does. */
  webhooks?: Webhooks;
  /** In tests: told of every answer of the API that is otherwise than its document says, by where they differ. */
  undescribed?: (difference: string) => void;
}
