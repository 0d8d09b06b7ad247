import type { RecordServices } from '../../ports/services.js';

/** A web form nobody confirmed is erased; of one that was confirmed, what is left for its link. */
export function eraseSubmission(services: RecordServices) {
  return async ({ id }: { v: 1; id: string }): Promise<void> => {
    await services.db.unconfirmedSubmission.deleteMany({ where: { id } });
  };
}
