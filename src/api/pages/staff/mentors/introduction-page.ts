import type { Request } from 'express';
import { SIDES } from '../../../../domain/mentors/introduction-state.js';
import { END_REASONS } from '../../../../domain/mentors/introduction-statuses.js';
import {
  type IntroductionDecision,
  introductionDecisionSchema,
} from '../../../../domain/mentors/mentor.schema.js';
import { introductionWorkflowId } from '../../../../domain/mentors/workflow-id.js';
import { topicLabel } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import {
  decideOnIntroduction,
  offeredOnIntroductionTo,
} from '../../../../usecases/mentors/decide-on-introduction.js';
import { introductionPast } from '../../../../usecases/mentors/introduction-past.js';
import type { IntroductionView } from '../../../../usecases/mentors/introduction-view.schema.js';
import { readIntroduction } from '../../../../usecases/mentors/read-introduction.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one, versionSeen } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { introductionClasses } from '../../parts/status-classes.js';
import { heldUpNotice } from '../held-up-notice.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

interface Page {
  view: IntroductionView;
  mayEnd: boolean;
}

/** `/staff/introductions/:id`: how an introduction stands, what was said of it, and its end. */
export const introductionPage = (services: AppServices): FormRoutes =>
  staffForm<Page, IntroductionDecision, IntroductionView>(services, {
    name: 'introduction-ended',
    async load({ actor, params }) {
      const id = uuidParam(params.id);
      const view = unwrap(await readIntroduction(services, actor, id));
      const offered = unwrap(await offeredOnIntroductionTo(services, actor, id));
      return { view, mayEnd: offered.includes('end') };
    },
    form({ mayEnd, view }, _standing, { staff }) {
      const { end: t } = staff.desk.mentors.introduction;
      if (!mayEnd) return null;
      return {
        hidden: { seen: String(view.version) },
        fields: [
          {
            ...{
              type: 'radios',
              name: 'reason',
              legend: t.legend,
              hint: t.hint,
              missing: t.missing,
              small: true,
            },
            choices: END_REASONS.map((value) => ({ value, text: t.reasons[value] })),
          },
        ],
        buttons: [{ text: t.button, style: 'warning' }],
      };
    },
    view: (page, _standing, req) => viewOf(services, page, req),
    read(fields) {
      const read = introductionDecisionSchema.safeParse({ kind: 'end', reason: one(fields, 'reason') });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act(decision, { req, page, fields, commandId }) {
      const ifMatch = versionSeen(fields);
      return decideOnIntroduction(services, req.actor, page.view.id, decision, { commandId, ifMatch });
    },
    afresh: true,
    done: ({ id }) => `${paths.desk('introductions/:id', id)}?done=ended`,
  });

async function viewOf(services: AppServices, { view, mayEnd }: Page, { actor, query, texts }: Request) {
  const { mentors: text } = texts.staff.desk;
  const { introduction: t, propose } = text;
  const { program } = services.programs.current();
  const past = unwrap(await introductionPast(services, actor, view.id));
  const when = (at: string) => texts.dates.shortDateTime(at, program.zone);
  const on = (key: string, at: string | null) => (at ? [{ key, value: when(at) }] : []);
  const { facts: f } = t;
  return {
    template: 'mentors/introduction.njk',
    section: 'mentors' as const,
    title: t.title(view.requester?.name ?? '', view.mentor?.name ?? ''),
    text,
    words: t,
    done: query.done === 'proposed' ? propose.done : query.done === 'ended' ? t.end.done : null,
    backLink: view.request
      ? { href: paths.request(view.request.id), text: propose.back }
      : { href: paths.desk('mentors'), text: text.back },
    heldUp: await heldUpNotice(services, { actor, texts }, introductionWorkflowId(view.id), program.zone),
    tag: { text: t.statuses[view.status], classes: introductionClasses[view.status] },
    mayEnd,
    links: [
      ...(view.request
        ? [{ href: paths.request(view.request.id), text: view.request.reference, key: f.request }]
        : []),
      ...(view.mentorId
        ? [{ href: paths.desk('mentors/:id', view.mentorId), text: view.mentor?.name ?? '', key: f.mentor }]
        : []),
    ],
    facts: [
      { key: f.requester, value: view.requester?.name ?? '' },
      { key: f.area, value: topicLabel(program, view.topic) },
      ...on(f.proposed, view.proposedAt),
      ...on(f.answerBy, view.answerBy),
      ...on(f.introduced, view.introducedAt),
      ...on(f.ended, view.endedAt),
      ...(view.endReason ? [{ key: f.reason, value: t.end.reasons[view.endReason] }] : []),
    ],
    same: view.sameOrganization ? f.same : null,
    went: SIDES.flatMap((side) => {
      const answer = view.answers[side];
      return answer ? [t.wentLine(side, answer.met, answer.useful)] : [];
    }),
    said: view.texts.map(({ field, body, at }) => ({ title: t.said[field], body, when: when(at) })),
    history: past.map(({ type, data, at, name }) => ({
      text: data.withoutMail ? t.notReminded : t.events[type](data),
      byline: [...(name ? [text.by(name)] : []), when(at)].join(' · '),
    })),
  };
}
