import type { Program } from '../../../domain/program/program.schema.js';
import type { Draft } from './draft.js';

const MOST_SHOWN = 6;

/** Resources on the chosen topics that are meant for this role; most matching topics first. */
export function suggestedResources(
  { topics = [], role }: Pick<Draft, 'topics' | 'role'>,
  program: Program,
): Program['resources'] {
  return program.resources
    .filter(({ standing }) => standing !== 'withdrawn')
    .filter(({ audience }) => audience.length === 0 || (role !== undefined && audience.includes(role)))
    .map((resource) => ({ resource, matches: resource.topics.filter((id) => topics.includes(id)).length }))
    .filter(({ matches }) => matches > 0)
    .sort((a, b) => b.matches - a.matches)
    .slice(0, MOST_SHOWN)
    .map(({ resource }) => resource);
}
