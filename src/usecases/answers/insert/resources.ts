import { ok } from '../../../domain/result.js';
import type { Services } from '../../../ports/services.js';
import type { AboutRequest, InsertSource, SourceItem } from './source.js';

const MOST = 100;

/** The program's resources as lines with their links; those on the request's topics first, none that was withdrawn. */
export const resources = {
  kind: 'resource',
  list: async (services, _actor, about) => listed(services, about).slice(0, MOST),
  async body(services, _actor, about, id) {
    const resource = listed(services, about).find((one) => one.id === id);
    return resource?.body ? ok(resource.body) : null;
  },
} as const satisfies InsertSource;

function listed({ programs }: Services, { topics, role }: AboutRequest): SourceItem[] {
  const { program } = programs.current();
  const fitness = (resource: (typeof program.resources)[number]) =>
    Number(resource.topics.some((topic) => topics.includes(topic))) +
    Number(resource.audience.length === 0 || resource.audience.includes(role)) / 2;
  return program.resources
    .filter(({ standing }) => standing !== 'withdrawn')
    .sort((a, b) => fitness(b) - fitness(a))
    .map(({ id, title, publisher, url, standing }) => ({
      id,
      title,
      body: `- ${url ? `[${inLink(title)}](${url})` : title} (${publisher})`,
      note: { publisher, outdated: standing === 'outdated' },
    }));
}

/** Brackets would end the words of the link. */
const inLink = (title: string) => title.replace(/[[\]\\]/g, (sign) => `\\${sign}`);
