import type { Request } from 'express';
import { callSeriesOf, courseOf } from '../../domain/program/lookup.js';
import type { WayOn } from '../../domain/requests/destination.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { comingCall } from '../../usecases/calls/next-call.js';
import { waysAfterEnd } from '../../usecases/requests/ways-after-end.js';
import type { AppServices } from '../app-deps.js';
import { unwrap } from '../http/problem.js';
import { paths } from '../paths.js';
import type { Texts } from '../text/texts.js';

export interface Way {
  text: string;
  /** Null where the program tells no address. */
  href: string | null;
}

/** Where a redirected or declined request leads; empty for every other one. */
export async function waysOn(
  services: AppServices,
  { actor, texts }: Pick<Request, 'actor' | 'texts'>,
  view: RequestView,
): Promise<Way[]> {
  const ways = unwrap(await waysAfterEnd(services, actor, view));
  const shown = await Promise.all(ways.map((way) => wayOf(services, texts, way)));
  return shown.filter((way) => way !== null);
}

/** In words, with a link to what there is. Null: the program does not have it any more. */
async function wayOf(services: AppServices, texts: Texts, way: WayOn): Promise<Way | null> {
  const text = texts.requester.waysOn;
  const { program } = services.programs.current();
  switch (way.kind) {
    case 'call': {
      const series = callSeriesOf(program, way.series);
      if (!series) return null;
      const call = await comingCall(services, series.id);
      return call
        ? {
            text: text.call(series.title, texts.dates.pair(call.startsAt.toISOString(), program.zone)),
            href: paths.call(call.id),
          }
        : { text: text.noCall(series.title), href: paths.calls };
    }
    case 'resource': {
      const resource = program.resources.find(({ id }) => id === way.id);
      return resource
        ? { text: text.resource(resource.title, resource.publisher), href: resource.url ?? null }
        : null;
    }
    case 'workshop': {
      const workshop = program.workshops.find(({ id }) => id === way.id);
      return workshop ? { text: text.workshop(workshop.title), href: paths.subscribeTo(workshop.id) } : null;
    }
    case 'course': {
      const course = courseOf(program, way.id);
      return course ? { text: text.course(course.title), href: course.url ?? null } : null;
    }
    case 'referrals':
      return {
        text: text.referrals(program.referrals.lists.map(({ title }) => title)),
        href: paths.referrals,
      };
    case 'scope':
      return { text: text.scope, href: paths.about };
    case 'hotline':
      return { text: text.hotline(program.organization.hotline), href: paths.hotline };
  }
}
