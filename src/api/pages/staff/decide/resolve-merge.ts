import type { Actor } from '../../../../domain/people/actor.js';
import { ok } from '../../../../domain/result.js';
import { openByReference } from '../../../../usecases/requests/open-of-requester.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { type Fields, one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { choseListed } from './forms/merge.js';

/** Whatever else is typed is no request, and may be what a database refuses. */
const REFERENCE = /^[A-Z0-9-]{1,40}$/;

/** People know references, decisions take ids: the typed reference becomes the id, or an error at its field. */
export async function resolveMerge(
  services: AppServices,
  { actor, texts }: { actor: Actor; texts: Texts },
  typed: Fields,
  id: string,
): Promise<Read<Fields>> {
  const { into: t } = texts.staff.decisions.merge.fields;
  const reference = one(typed, 'reference').trim().toUpperCase();
  if (choseListed(typed) || !reference) return ok(typed);
  const row = REFERENCE.test(reference)
    ? unwrap(await openByReference(services, actor, { reference, id }))
    : null;
  const wrong = !row ? t.unknown : row.samePerson ? null : t.anotherPerson(reference);
  if (!row || wrong) return wrongFields([{ pointer: '/reference', message: wrong ?? '' }]);
  return ok({ ...typed, into: row.id });
}
