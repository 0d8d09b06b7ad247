import type { MentorDecisionKind } from '../../../../domain/mentors/mentor.schema.js';
import { ok } from '../../../../domain/result.js';
import { decideOnMentor, offeredOnMentor } from '../../../../usecases/mentors/decide-on-mentor.js';
import type { MentorView } from '../../../../usecases/mentors/mentor-view.schema.js';
import { readMentor } from '../../../../usecases/mentors/read-mentor.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { notFound, unwrap } from '../../../http/problem.js';
import { leadTo } from '../../kit/elsewhere.js';
import { versionSeen } from '../../kit/fields.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

type Kind = Extract<MentorDecisionKind, 'invite-again' | 'remove'>;

export const isDecidedHere = (kind: unknown): kind is Kind => kind === 'invite-again' || kind === 'remove';

interface Page {
  kind: Kind;
  mentor: MentorView;
  offered: boolean;
}

/** `/staff/mentors/:id/decide/:kind`: what isn't possible now leads back to the mentor. */
export const decideMentorPage = (services: AppServices): FormRoutes =>
  staffForm<Page, Kind, MentorView>(services, {
    name: 'mentor-decided',
    async load({ actor, params }) {
      const { kind } = params;
      if (!isDecidedHere(kind)) throw notFound();
      const mentor = unwrap(await readMentor(services, actor, uuidParam(params.id)));
      const now = services.clock.now().toISOString();
      return { kind, mentor, offered: offeredOnMentor(mentor, { staff: true, now }).includes(kind) };
    },
    closed: ({ offered, mentor }) => (offered ? null : leadTo(paths.desk('mentors/:id', mentor.id))),
    form({ kind, mentor }, _standing, { staff }) {
      const { decisions, back2 } = staff.desk.mentors;
      const style = kind === 'remove' ? { style: 'warning' as const } : {};
      return {
        hidden: { seen: String(mentor.version) },
        buttons: [{ text: decisions[kind].button, ...style }],
        cancel: { text: back2, href: paths.desk('mentors/:id', mentor.id) },
      };
    },
    view({ kind, mentor }, _standing, { texts }) {
      const { decisions, back2 } = texts.staff.desk.mentors;
      const { title, lead } = decisions[kind];
      return {
        section: 'mentors',
        title,
        lead: [mentor.name, ...lead],
        backLink: { href: paths.desk('mentors/:id', mentor.id), text: back2 },
      };
    },
    read: (_fields, { kind }) => ok(kind),
    act(kind, { req, page, fields, commandId }) {
      const ifMatch = versionSeen(fields);
      return decideOnMentor(services, req.actor, page.mentor.id, { kind, commandId, ifMatch });
    },
    afresh: true,
    done: ({ id }, { page }) => `${paths.desk('mentors/:id', id)}?done=${page.kind}`,
  });
