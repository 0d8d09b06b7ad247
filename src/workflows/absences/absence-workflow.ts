import {
  type ActivityOptions,
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
} from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import { whenAbsenceIsDue } from '../../domain/absences/absence-due.js';
import { applyAbsenceFact } from '../../domain/absences/absence-facts.js';
import type { AbsenceEvent, AbsenceFact, AbsenceState } from '../../domain/absences/absence-state.js';
import { isAbsenceOver } from '../../domain/absences/absence-statuses.js';
import { absenceRefusalOf, carryOutOnAbsence } from '../../domain/absences/decide-absence.js';
import type { Starts } from '../../ports/process-inputs.js';
import { historyIsLong, Journal } from '../journal.js';
import { absenceFact, decideAbsenceUpdate, mendAbsence } from './absence-messages.js';

const RECORDING: ActivityOptions = {
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
};
const { recordAbsenceEvent } = proxyActivities<Activities>(RECORDING);

/**
 * One time away of somebody on staff, from the day it is set to their return.
 *
 * **By itself** (`domain/absences/absence-due.ts`) it does `begin` at the hour of reminders of its first day: work is handed
 * to the stand-in, as was chosen. At that hour of the first business day after its last one they are back (`return`), and what
 * was handed over comes back with them.
 *
 * **People decide** (`domain/absences/absence-decisions.ts`) to `change` it, to `cancel` what has not begun, to `end` it
 * early. **Things happen** (`domain/absences/absence-facts.ts`): `calendar-changed`, and one of the two has `left`.
 */
export async function absence(input: Starts['absence']): Promise<void> {
  const away = new Journal<AbsenceState, AbsenceEvent, AbsenceFact>(input, applyAbsenceFact);
  away.decides(decideAbsenceUpdate, { refusalOf: absenceRefusalOf, carryOut: carryOutOnAbsence });
  away.hears(absenceFact);
  away.mends(mendAbsence);

  while (true) {
    for (const news of away.unrecorded()) {
      await away.record(
        recordAbsenceEvent.executeWithOptions({ ...RECORDING, summary: news.event.type }, [
          { v: 1, ...news },
        ]),
        (planned) => ({ state: { ...news.state, ...planned } }),
      );
    }
    // Nothing is unrecorded here: between the two no message is handled.
    if (isAbsenceOver(away.state.status)) break;
    if (historyIsLong(input.continueAfterEvents)) {
      await away.untilQuiet();
      if (away.isQuiet) return continueAsNew<typeof absence>({ ...input, ...away.carriedOver });
    }
    await away.nextDueUnlessSomethingHappens(whenAbsenceIsDue);
  }
  await condition(allHandlersFinished);
}
