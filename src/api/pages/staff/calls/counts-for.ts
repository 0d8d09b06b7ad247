import type { Actor } from '../../../../domain/people/actor.js';
import { nameOfOrganization } from '../../../../usecases/people/organization-name.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { questionText as text } from '../../../text/en/pages/staff-calls/question.js';

/** Which organization a question takes the place of, in words: the asker may have typed another name, or none. */
export async function countsFor(services: AppServices, actor: Actor, key: string | null): Promise<string> {
  const [, kind, name = ''] = /^(record|domain|unit|name):(.+)$/.exec(key ?? '') ?? [];
  switch (kind) {
    case 'record':
      return unwrap(await nameOfOrganization(services, actor, name)) ?? text.counts.none;
    case 'domain':
      return text.counts.domain(name);
    case 'unit': {
      const slash = name.indexOf('/');
      return text.counts.unit(name.slice(slash + 1), name.slice(0, slash));
    }
    case 'name':
      return text.counts.name(name);
    default:
      return text.counts.none;
  }
}
