import type { Services } from '../../../../ports/services.js';
import { questionText as text } from '../../../text/staff-calls/question.js';

/** Which organization a question takes the place of, in words: the asker may have typed another name, or none. */
export async function countsFor({ db }: Pick<Services, 'db'>, key: string | null): Promise<string> {
  const [, kind, name = ''] = /^(record|domain|unit|name):(.+)$/.exec(key ?? '') ?? [];
  switch (kind) {
    case 'record':
      return (await db.organization.findUnique({ where: { id: name } }))?.name ?? text.counts.none;
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
