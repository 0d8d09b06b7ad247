import type { RecordServices } from '../../ports/services.js';
import { tellOfEndingKeys } from '../../usecases/keys/tell-of-ending-keys.js';

export interface TellOfEndingKeys {
  v: 1;
}

export function tellOfEndingKeysActivity(services: RecordServices) {
  return (_input: TellOfEndingKeys): Promise<void> => tellOfEndingKeys(services);
}
