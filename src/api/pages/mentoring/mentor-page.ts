import type { Request, Response } from 'express';
import type { MentorDecisionKind } from '../../../domain/mentors/mentor.schema.js';
import type { Actor } from '../../../domain/people/actor.js';
import { topicLabel } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { ok } from '../../../domain/result.js';
import { type LinkHolder, mentorByLink } from '../../../usecases/mentors/by-link.js';
import { decideOnMentor, offeredOnMentor } from '../../../usecases/mentors/decide-on-mentor.js';
import type { MentorView } from '../../../usecases/mentors/mentor-view.schema.js';
import { type OwnIntroduction, ownIntroductions } from '../../../usecases/mentors/own-introductions.js';
import { ownMentor, readMentor } from '../../../usecases/mentors/read-mentor.js';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { notFound, unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { Read } from '../../views/page-errors.js';
import { one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { type FormRoutes, formPage, type PageView } from '../kit/form-page.js';
import { nowOf, param } from '../parts/page-deps.js';
import { stateName } from '../parts/parse-states.js';
import { whoseForm, whoseView } from '../parts/whose-address.js';
import { actorOf, isHolder, type Whose, whoseLink, wrongAddress } from './whose-link.js';

type Own = Extract<MentorDecisionKind, 'agree' | 'decline' | 'leave'>;

interface Page {
  view: MentorView;
  offered: MentorDecisionKind[];
  actor: Actor;
  whose: Whose;
  holder: LinkHolder | null;
  /** Shown to whoever is signed in alone. */
  introductions: OwnIntroduction[];
}

/**
 * `/mentoring/:token` and `/my/mentoring`: what a mentor agrees to, how they stand, and the way out. Opening it decides
 * nothing, because mail scanners open links too.
 */
export function mentorPage(deps: AppDeps, addresses: KnownAddresses | null): FormRoutes {
  const { services } = deps;
  return formPage<Page, Own, MentorView>(services, {
    name: 'mentoring',
    unavailable: 'try-again-typed-kept',
    async load(req, res): Promise<Page> {
      const { view, ...found } = await opened(req, res);
      const introductions = found.holder
        ? []
        : await ownIntroductions(services, req.actor, { side: 'mentor' });
      return {
        view,
        offered: offeredOnMentor(view, { staff: false, now: nowOf(deps) }),
        introductions,
        ...found,
      };
    },
    form({ whose, offered }, _standing, { requester: { mentoring } }) {
      return isHolder(whose) ? formOf(mentoring.mentor, offered) : whoseForm(mentoring.whose);
    },
    view: (page, _standing, req) =>
      page.holder && !isHolder(page.whose)
        ? whoseView(req.texts.requester.mentoring.whose, page.holder.email, req)
        : viewOf(page, req, services.programs.current().program),
    read(fields, { whose }, { texts }): Read<Own> | null {
      const wrong = wrongAddress(whose, texts);
      const choice = one(fields, 'choice');
      if (wrong || whose !== 'known') return wrong;
      return choice === 'agree' || choice === 'decline' || choice === 'leave' ? ok(choice) : null;
    },
    act: (kind, { page, commandId }) =>
      decideOnMentor(services, page.actor, page.view.id, { kind, commandId }),
    afresh: true,
    done: (_view, { req, page }) => (page.holder ? paths.mentoring(param(req, 'token')) : paths.myMentoring),
  });

  async function opened(req: Request, res: Response) {
    if (!addresses) {
      const view = await ownMentor(services, req.actor);
      if (!view) throw notFound();
      return { view, actor: req.actor, whose: 'known' as const, holder: null };
    }
    const holder = unwrap(await mentorByLink(services, param(req, 'token')));
    const whose = await whoseLink(deps, addresses, { req, res }, holder);
    const actor = actorOf(holder);
    return { view: unwrap(await readMentor(services, actor, holder.id)), actor, whose, holder };
  }
}

type Words = Texts['requester']['mentoring']['mentor'];

function formOf(t: Words, offered: readonly MentorDecisionKind[]): Form | null {
  const button = (kind: Own, text: string, style?: 'secondary' | 'warning') => ({
    ...{ text, name: 'choice', value: kind },
    ...(style ? { style } : {}),
  });
  if (offered.includes('agree')) {
    return { buttons: [button('agree', t.agree), button('decline', t.decline, 'secondary')] };
  }
  return offered.includes('leave') ? { buttons: [button('leave', t.leave, 'secondary')] } : null;
}

function viewOf({ view, offered, introductions, holder }: Page, req: Request, program: Program): PageView {
  const { dates, requester } = req.texts;
  const { mentor: t, introduction } = requester.mentoring;
  const asked = view.status === 'invited';
  return {
    template: 'pages/mentoring/mentor.njk',
    section: 'my',
    title: t.title,
    text: t,
    backLink: holder ? undefined : paths.myRequests,
    state: t.states[view.status],
    over: view.status === 'unanswered' || (asked && offered.length === 0) ? t.invitationOver : null,
    what: t.what[asked ? 'invited' : 'active'],
    terms: asked || view.status === 'active' ? t.terms : [],
    facts:
      asked || view.status === 'active'
        ? [
            { key: t.fields, value: view.topics.map((id) => topicLabel(program, id)).join(', ') },
            { key: t.states2, value: view.states.map(stateName).join(', ') || t.anywhere },
            { key: t.atOnce, value: String(view.capacity) },
            ...(view.paused && view.pausedUntil
              ? [{ key: t.paused, value: `${dates.date(view.pausedUntil)}. ${t.pausedNote}` }]
              : []),
          ]
        : [],
    leaves: offered.includes('leave'),
    listed: !holder,
    rows: introductions.map((one) => ({
      href: paths.myIntroduction(one.id),
      field: topicLabel(program, one.topic),
      state: introduction.state.mentor[one.status]({
        by: one.answerBy && !one.answered ? dates.dateTime(one.answerBy, program.zone) : '',
        other: one.otherName ?? '',
      }),
    })),
  };
}
