import type { RequestHandler } from 'express';
import { topicLabels } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { listMentors } from '../../../../usecases/mentors/list-mentors.js';
import type { MentorView } from '../../../../usecases/mentors/mentor-view.schema.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { stateName } from '../../parts/parse-states.js';
import { mentorClasses } from '../../parts/status-classes.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';

const TABS = ['active', 'invited', 'all'] as const;

/** `/staff/mentors`: the pool, who was asked, and everybody who ever was. */
export const mentorsList =
  (services: AppServices): RequestHandler =>
  async ({ actor, query, texts }, res) => {
    const { mentors: text } = texts.staff.desk;
    const { program } = services.programs.current();
    const tab = TABS.find((one) => one === query.status) ?? 'active';
    const cursor = typeof query.cursor === 'string' ? { cursor: query.cursor } : {};
    const { items, nextCursor } = unwrap(
      await listMentors(services, actor, {
        ...(tab === 'all' ? {} : { status: tab }),
        ...cursor,
        limit: 50,
      }),
    );
    const here = paths.desk('mentors');
    const href = (one: string) => (one === 'active' ? here : `${here}?status=${one}`);
    renderStaff(res, 'mentors/list.njk', {
      section: 'mentors',
      title: text.title,
      text,
      add: paths.desk('mentors/add'),
      tabs: TABS.map((one) => ({ text: text.tabs[one], href: href(one), active: one === tab })),
      rows: items.map((one) => mentorRow(texts, one, program)),
      older: nextCursor && `${here}?status=${tab}&cursor=${encodeURIComponent(nextCursor)}`,
    });
  };

export function mentorRow({ staff, dates }: Texts, mentor: MentorView, program: Program) {
  const { mentors: text } = staff.desk;
  return {
    href: paths.desk('mentors/:id', mentor.id),
    name: mentor.name,
    organization: mentor.organization,
    areas: topicLabels(program, mentor.topics),
    states: mentor.states.map(stateName).join(', ') || text.anywhere,
    load: [
      text.loadOf(mentor.load, mentor.capacity),
      ...(mentor.asked > 0 ? [text.asked(mentor.asked)] : []),
      ...(mentor.paused && mentor.pausedUntil ? [text.pausedThrough(dates.date(mentor.pausedUntil))] : []),
    ],
    status: { text: text.statuses[mentor.status], classes: mentorClasses[mentor.status] },
  };
}
