import type { ContactTroubles } from '../../../../usecases/subscriptions/contact-troubles.js';
import { contactTroubleText as text, whyNot } from '../../../text/en/pages/contact-troubles.js';

/** Null: all is well, or nothing is connected. */
export function contactTroublesView({ reading, telling, count }: ContactTroubles) {
  if (!reading && count === 0) return null;
  return {
    text,
    reading: reading ? whyNot(reading) : null,
    telling: count > 0 ? text.telling(count) : null,
    rows: telling.map(({ email, code }) => ({ email, why: whyNot(code) })),
    more: count > telling.length ? text.more(count - telling.length) : null,
  };
}
