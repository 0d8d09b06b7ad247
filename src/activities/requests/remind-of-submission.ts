import type { RecordServices } from '../../ports/services.js';
import { recording } from '../../usecases/recording.js';
import { mailConfirmation } from '../../usecases/requests/confirmation-mail.js';
import { mayRemindOfForm } from '../../usecases/requests/may-mail-form.js';
import { lockSubmission } from '../../usecases/requests/unconfirmed-submission.js';

export interface RemindOfSubmission {
  v: 1;
  id: string;
  /** When this reminder was due. */
  at: string;
  /** When something is due next: the following reminder, or the erasure. */
  next: string;
}

/** Reminds the sender of a web form to confirm it; says whether there is anything left to wait for. */
export function remindOfSubmission(services: RecordServices) {
  return async ({ id, at, next }: RemindOfSubmission): Promise<{ left: boolean }> => {
    const form = await services.db.unconfirmedSubmission.findUnique({ where: { id } });
    const mayLeave = form?.confirmedAt === null && (await mayRemindOfForm(services, form.email));
    return recording(services, async (rec) => {
      const { tx } = rec;
      const row = await lockSubmission(rec, id, { dueAt: new Date(at) });
      if (!row) return { left: false };
      await tx.unconfirmedSubmission.update({ where: { id }, data: { nextDueAt: next } });
      // Late by a whole reminder: the next one says the same.
      const isLate = rec.at.getTime() >= Date.parse(next);
      if (row.confirmedAt === null && !isLate) {
        const occasion = `reminder#${at}`;
        await mailConfirmation(rec, services, { row, again: true, occasion, mayLeave });
      }
      return { left: true };
    });
  };
}
