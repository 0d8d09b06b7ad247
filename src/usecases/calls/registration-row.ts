import type { CallRegistration } from '../../adapters/database/generated/client.js';
import type { WithKey } from '../data-keys.js';

export type RegistrationRow = WithKey<CallRegistration>;
