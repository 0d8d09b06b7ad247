import type { ContactTroubles } from '../../../../usecases/subscriptions/contact-troubles.js';
import type { Texts } from '../../../text/texts.js';

/** Null: all is well, or nothing is connected. */
export function contactTroublesView(
  { staff: { contactTroubles: text, whyNotTold } }: Texts,
  { reading, telling, count }: ContactTroubles,
) {
  if (!reading && count === 0) return null;
  return {
    text,
    reading: reading ? whyNotTold(reading) : null,
    telling: count > 0 ? text.telling(count) : null,
    rows: telling.map(({ email, code }) => ({ email, why: whyNotTold(code) })),
    more: count > telling.length ? text.more(count - telling.length) : null,
  };
}
