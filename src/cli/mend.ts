import { type Mending, mend as mendProcess } from '../usecases/mend.js';
import { withServices } from './connect.js';
import { print, tell } from './say.js';

const SAID: Record<Exclude<Mending['outcome'], 'held'>, { text: string; code: 0 | 1 | 2 }> = {
  ran: { text: 'It runs; nothing was held up.', code: 0 },
  mended: { text: 'Taken up again: what was held is carried out.', code: 0 },
  started: { text: 'Temporal had lost it: started again from its last recorded event.', code: 0 },
  ended: { text: 'Its process has ended. What has ended is never started again.', code: 1 },
  unknown: { text: 'There is nothing of this id or reference that could be taken up again.', code: 1 },
  unavailable: { text: 'Its process did not answer. Try again when Temporal and the worker do.', code: 2 },
};

/** `desk mend ID`: takes up again what could not be carried out. 1 when it still can't be. */
export async function mend(id: string): Promise<number> {
  return withServices(async ({ services }) => {
    await services.relay.sweep();
    const mended = await mendProcess(services, id);
    if (mended.outcome === 'held') {
      print(`Still not possible: ${mended.code}. It is tried again within a day.`);
      return 1;
    }
    const { text, code } = SAID[mended.outcome];
    if (code === 2) tell(text);
    else print(text);
    return code;
  });
}
