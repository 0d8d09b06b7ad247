import type { IsoDate } from '../time/instant.js';
import { isOutdated } from './offer.schema.js';
import type { Program } from './program.schema.js';

/** What people are sent to by name alone: of each list how many have no `url`, and of how many. Lists that miss none are left out. */
export function withoutLinks({ courses, workshops, resources, referrals }: Program): Missing[] {
  return [
    { list: 'courses', of: courses },
    { list: 'workshops', of: workshops },
    { list: 'resources', of: resources },
    { list: 'referrals.lists', of: referrals.lists },
  ]
    .map(({ list, of }) => ({
      list,
      of: of.length,
      missing: of.filter(({ url }) => !url).map(({ id }) => id),
    }))
    .filter(({ missing }) => missing.length > 0);
}

/** Snippets past their last good day. `today`: a date of the program's zone. */
export const outdatedSnippets = ({ snippets }: Program, today: IsoDate): string[] =>
  snippets.filter((snippet) => isOutdated(snippet, today)).map(({ id }) => id);

export interface Missing {
  list: string;
  of: number;
  /** Ids. */
  missing: string[];
}
