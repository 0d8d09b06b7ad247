import { mayMentorBeProposed } from '../../../../domain/mentors/may-be-proposed.js';
import {
  type IntroductionProposal,
  introductionProposalSchema,
} from '../../../../domain/mentors/mentor.schema.js';
import { topicLabels } from '../../../../domain/program/lookup.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { ok } from '../../../../domain/result.js';
import type { IntroductionView } from '../../../../usecases/mentors/introduction-view.schema.js';
import type { SuggestedMentor } from '../../../../usecases/mentors/mentor-view.schema.js';
import { proposeMentor } from '../../../../usecases/mentors/propose-introduction.js';
import { suggestMentors } from '../../../../usecases/mentors/suggest-mentors.js';
import { getRequest } from '../../../../usecases/requests/read-request.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { leadTo } from '../../kit/elsewhere.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

interface Page {
  request: RequestView;
  suggested: SuggestedMentor[];
}

/** `/staff/mentors/propose/:request`: whom to introduce to who asked, the best first, and why. */
export const proposePage = (services: AppServices): FormRoutes =>
  staffForm<Page, IntroductionProposal, IntroductionView>(services, {
    name: 'mentor-proposed',
    async load({ actor, params }) {
      const id = uuidParam(params.request);
      const request = unwrap(await getRequest(services, actor, id));
      const { items } = unwrap(await suggestMentors(services, actor, id));
      return { request, suggested: items };
    },
    // Where it makes no sense any more, the request says how it stands.
    closed: ({ request }) => (mayMentorBeProposed(request.status) ? null : leadTo(paths.request(request.id))),
    form({ request, suggested }, _standing, { staff }) {
      const { propose: t } = staff.desk.mentors;
      const { program } = services.programs.current();
      if (suggested.length === 0) return null;
      const [best] = suggested;
      return {
        fields: [
          {
            ...{ type: 'radios', name: 'mentorId', legend: t.mentor.legend, missing: t.mentor.missing },
            choices: suggested.map(({ id, name, organization, sameOrganization, why }) => ({
              value: id,
              text: organization ? `${name}, ${organization}` : name,
              hint: [
                t.why(why, topicLabels(program, why.topics)),
                ...(sameOrganization ? [t.ofSame] : []),
              ].join(' · '),
            })),
          },
          {
            ...{ type: 'select', name: 'topic', ...t.topic },
            choices: program.topics.map(({ id, label }) => ({ value: id, text: label })),
          },
          ...(suggested.some(({ sameOrganization }) => sameOrganization)
            ? [
                {
                  ...{ type: 'checkboxes' as const, name: 'sameOrganization', small: true as const },
                  choices: [{ value: 'yes', text: t.same.value }],
                },
              ]
            : []),
        ],
        initial: { topic: best?.why.topics[0] ?? request.topics[0] ?? '' },
        buttons: [{ text: t.button }],
        cancel: { text: t.back, href: paths.request(request.id) },
      };
    },
    view({ request, suggested }, _standing, { query, texts }) {
      const { propose: t } = texts.staff.desk.mentors;
      return {
        template: 'mentors/propose.njk',
        section: 'mentors',
        title: t.title(request.reference),
        done: query.done === 'redirect' ? texts.staff.decisions.redirect.done : null,
        lead: [t.lead],
        nobody: suggested.length === 0 ? t.nobody : null,
        backLink: { href: paths.request(request.id), text: t.back },
      };
    },
    read(fields, { request }) {
      const read = introductionProposalSchema.safeParse({
        requestId: request.id,
        mentorId: one(fields, 'mentorId'),
        topic: one(fields, 'topic'),
        sameOrganization: one(fields, 'sameOrganization') === 'yes',
      });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (proposal, { req, commandId }) => proposeMentor(services, req.actor, proposal, { commandId }),
    afresh: true,
    done: ({ id }) => `${paths.desk('introductions/:id', id)}?done=proposed`,
  });
