import type { Services } from '../../ports/services.js';

/** Processes that can't carry out what is due, for whoever watches the desk; a number and nothing else. */
export function countFailing({ db }: Pick<Services, 'db'>): Promise<number> {
  return db.processTrouble.count();
}
