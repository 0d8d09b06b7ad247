import { isOutdated } from '../../../domain/program/offer.schema.js';
import { ok } from '../../../domain/result.js';
import { createZone } from '../../../domain/time/zone.js';
import type { Services } from '../../../ports/services.js';
import type { AboutRequest, InsertSource, SourceItem } from './source.js';

const MOST = 100;

/** Passages of the program's file; those on the request's topics first. */
export const snippets = {
  kind: 'snippet',
  list: async (services, _actor, about) => listed(services, about).slice(0, MOST),
  async body(services, _actor, about, id) {
    const snippet = listed(services, about).find((one) => one.id === id);
    return snippet?.body ? ok(snippet.body) : null;
  },
} as const satisfies InsertSource;

function listed({ programs, clock }: Services, { topics }: AboutRequest): SourceItem[] {
  const { program } = programs.current();
  const today = createZone(program.zone).dateOf(clock.now().toISOString());
  const fits = (of: string[]) => of.length === 0 || of.some((topic) => topics.includes(topic));
  return [...program.snippets]
    .sort((a, b) => Number(fits(b.topics)) - Number(fits(a.topics)))
    .map((snippet) => ({
      id: snippet.id,
      title: snippet.title,
      body: snippet.body.trim(),
      note: { reviewed: snippet.reviewed, outdated: isOutdated(snippet, today) },
    }));
}
