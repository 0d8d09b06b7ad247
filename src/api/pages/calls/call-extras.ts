import { type PublicExtras, publicExtras } from '../../../usecases/calls/public-extras.js';
import type { AppServices } from '../../app-deps.js';
import type { Texts } from '../../text/texts.js';

/** What pages say of a call beside the contract's view. */
export interface CallExtras extends Omit<PublicExtras, 'moved'> {
  /** In words; null: never moved. */
  moved: string | null;
}

const NONE: CallExtras = {
  moved: null,
  staffConfirmed: false,
  cancelsItself: true,
  recapPublished: false,
  pollClosesAt: null,
};

/** By call id. */
export async function callExtras(
  services: AppServices,
  texts: Texts,
  ids: string[],
): Promise<(id: string) => CallExtras> {
  const known = await publicExtras(services, ids);
  return (id) => {
    const extras = known.get(id);
    return extras ? { ...extras, moved: movedWords(texts, extras.moved) } : NONE;
  };
}

function movedWords({ calls, dates }: Texts, moved: PublicExtras['moved']): string | null {
  if (!moved) return null;
  const words = calls.calls.moved;
  return moved.from === moved.to ? words.sameDay : words.from(dates.date(moved.from));
}
