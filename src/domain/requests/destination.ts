import { callFor } from '../program/lookup.js';
import type { Program } from '../program/program.schema.js';
import type { DeclinePolicy } from './decisions/decline.js';
import type { Redirection } from './decisions/redirect.js';

/** One thing a requester is led to, by ids of the program; pages have the words and the links. */
export type WayOn =
  | { kind: 'call'; series: string }
  | { kind: 'resource'; id: string }
  | { kind: 'workshop'; id: string }
  | { kind: 'course'; id: string }
  | { kind: 'referrals' }
  | { kind: 'scope' }
  | { kind: 'hotline' };

export interface Redirected {
  to: Redirection;
  /** Picked by staff; none picked: those on the request's topics. */
  resources?: string[];
  workshop?: string;
}

type About = { role: string; topics: readonly string[] };

/** Where a redirection leads. Empty: nothing but the note can say what to do. */
export function waysOf(
  program: Program,
  about: About,
  { to, resources = [], workshop }: Redirected,
): WayOn[] {
  switch (to) {
    case 'legal-working-group': {
      // Whoever would rather talk has one call that is open to them; some have none.
      const series = callFor(program, about.role);
      return series ? [{ kind: 'call', series: series.id }] : [];
    }
    case 'resources':
      if (resources.length === 0) return fitting(program, about);
      return program.resources
        .filter(({ id }) => resources.includes(id))
        .map(({ id }) => ({ kind: 'resource', id }));
    case 'workshop':
      return program.workshops
        .filter(({ id }) => workshop === undefined || id === workshop)
        .map(({ id }) => ({ kind: 'workshop', id }));
    case 'referral':
      return program.referrals.lists.length > 0 ? [{ kind: 'referrals' }] : [];
    case 'mentor':
      return [];
  }
}

/** What a person whose request was declined can do instead, by the ground. The reason itself is staff's. */
export function waysInstead(program: Program, about: About, policy: DeclinePolicy): WayOn[] {
  const series = callFor(program, about.role);
  const call: WayOn[] = series ? [{ kind: 'call', series: series.id }] : [];
  const referrals = waysOf(program, about, { to: 'referral' });
  switch (policy) {
    // The ground is staff's: what is shown must not tell a judgment from a plain fact, nor one judgment from another.
    case 'ethics':
    case 'overuse':
    case 'scope':
      return [
        { kind: 'scope' },
        ...call,
        ...fitting(program, about),
        ...program.courses.map(({ id }): WayOn => ({ kind: 'course', id })),
        ...referrals,
      ];
    case 'not-served':
      return [{ kind: 'hotline' }, ...referrals];
  }
}

const MOST_RESOURCES = 5;

/** Resources on the topics, meant for the role. */
export function fitting(program: Program, { role, topics }: About): WayOn[] {
  return program.resources
    .filter(
      (resource) =>
        resource.standing !== 'withdrawn' &&
        resource.topics.some((topic) => topics.includes(topic)) &&
        (resource.audience.length === 0 || resource.audience.includes(role)),
    )
    .slice(0, MOST_RESOURCES)
    .map(({ id }) => ({ kind: 'resource', id }));
}
