import { topicLabel } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import type { ListedIntroduction } from '../../../../usecases/mentors/introduction-view.schema.js';
import type { Texts } from '../../../text/texts.js';
import { introductionClasses } from '../../parts/status-classes.js';
import { staffPaths as paths } from '../staff-paths.js';

/** An introduction in a list of staff. */
export function introductionRow({ staff, dates }: Texts, one: ListedIntroduction, program: Program) {
  const { introduction: t } = staff.desk.mentors;
  return {
    href: paths.desk('introductions/:id', one.id),
    requester: one.requesterName,
    mentor: one.mentorName,
    status: { text: t.statuses[one.status], classes: introductionClasses[one.status] },
    detail: [
      topicLabel(program, one.topic),
      ...(one.request ? [one.request.reference] : []),
      dates.shortDateTime(one.proposedAt, program.zone),
    ].join(' · '),
  };
}
