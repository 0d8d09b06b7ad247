import type { RecordServices } from '../ports.js';

/** A web form whose address was never proved is erased; one that was is gone already. */
export function eraseSubmission(services: RecordServices) {
  return async ({ id }: { v: 1; id: string }): Promise<void> => {
    await services.db.unconfirmedSubmission.deleteMany({ where: { id } });
  };
}
