import type { Actor } from '../../../../domain/people/actor.js';
import type { Services } from '../../../../ports/services.js';
import { openByReference } from '../../../../usecases/requests/open-of-requester.js';
import { unwrap } from '../../../http/unwrap.js';
import { fieldText } from '../../../text/staff-decisions.js';
import type { PageError } from '../../../views/page-errors.js';
import type { Values } from './decision-form.js';
import { choseListed } from './forms/merge.js';

/** Whatever else is typed is no request, and may be what a database refuses. */
const REFERENCE = /^[A-Z0-9-]{1,40}$/;

/** People know references, decisions take ids: the typed reference becomes the id, or an error at its field. */
export async function resolveMerge(
  services: Services,
  actor: Actor,
  values: Values,
  id: string,
): Promise<{ values: Values; errors: PageError[] }> {
  const reference = values.reference?.trim().toUpperCase();
  if (choseListed(values) || !reference) return { values, errors: [] };
  const row = REFERENCE.test(reference)
    ? unwrap(await openByReference(services, actor, { reference, id }))
    : null;
  const wrong = !row
    ? fieldText.into.unknown
    : row.samePerson
      ? null
      : fieldText.into.anotherPerson(reference);
  if (!row || wrong) return { values, errors: [{ pointer: '/reference', message: wrong ?? '' }] };
  return { values: { ...values, into: row.id }, errors: [] };
}
