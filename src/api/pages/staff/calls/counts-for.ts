import {
  type OrganizationKeyKind,
  readOrganizationKey,
} from '../../../../domain/calls/organization-identity.js';
import { nameOfOrganization } from '../../../../usecases/people/organization-name.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Reader } from '../staff-page.js';

/** Which organization a question takes the place of, in words: the asker may have typed another name, or none. */
export async function countsFor(
  services: AppServices,
  { actor, texts }: Reader,
  key: string | null,
): Promise<string> {
  const text = texts.staff.calls.aboutCall['questions/:question'].counts;
  const words = {
    record: async (id) => unwrap(await nameOfOrganization(services, actor, id)) ?? text.none,
    domain: text.domain,
    unit(of) {
      const slash = of.indexOf('/');
      return text.unit(of.slice(slash + 1), of.slice(0, slash));
    },
    name: text.name,
  } satisfies Record<OrganizationKeyKind, (of: string) => string | Promise<string>>;
  const known = readOrganizationKey(key);
  return known ? words[known.kind](known.of) : text.none;
}
