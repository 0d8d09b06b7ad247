import type { Request, Response } from 'express';
import type { IntroductionDecisionKind } from '../../../domain/mentors/introduction-decisions.js';
import { USEFUL } from '../../../domain/mentors/introduction-statuses.js';
import {
  type IntroductionDecision,
  introductionDecisionSchema,
} from '../../../domain/mentors/mentor.schema.js';
import type { Actor } from '../../../domain/people/actor.js';
import { roleOf, topicLabel } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import { ok } from '../../../domain/result.js';
import { introductionByLink, type LinkHolder } from '../../../usecases/mentors/by-link.js';
import {
  decideOnIntroduction,
  offeredOnIntroductionTo,
} from '../../../usecases/mentors/decide-on-introduction.js';
import type { IntroductionView } from '../../../usecases/mentors/introduction-view.schema.js';
import { readIntroduction } from '../../../usecases/mentors/read-introduction.js';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { uuidParam } from '../../http/parse.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { Read } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { type Fields, one } from '../kit/fields.js';
import type { Field, Form } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage, type PageView } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';
import { whoseForm, whoseView } from '../parts/whose-address.js';
import { actorOf, isHolder, type Whose, whoseLink, wrongAddress } from './whose-link.js';

interface Page {
  view: IntroductionView;
  offered: IntroductionDecisionKind[];
  actor: Actor;
  whose: Whose;
  /** Opened by a mailed link; null: signed in. */
  holder: LinkHolder | null;
}

/**
 * `/introduction/:token` and `/my/introductions/:id`: what is asked of the requester or the mentor, and how it stands.
 * Opening it decides nothing, because mail scanners open links too.
 */
export function introductionPage(deps: AppDeps, addresses: KnownAddresses | null): FormRoutes {
  const { services } = deps;
  return formPage<Page, IntroductionDecision, IntroductionView>(services, {
    name: 'introduction',
    unavailable: 'try-again-typed-kept',
    async load(req, res): Promise<Page> {
      const { id, ...found } = await opened(req, res);
      const view = unwrap(await readIntroduction(services, found.actor, id));
      const offered = unwrap(await offeredOnIntroductionTo(services, found.actor, id));
      return { view, offered, ...found };
    },
    form({ whose, offered }, _standing, { requester: { mentoring } }) {
      if (!isHolder(whose)) return whoseForm(mentoring.whose);
      return formOf(mentoring.introduction, offered);
    },
    view: (page, _standing, req) =>
      page.holder && !isHolder(page.whose)
        ? whoseView(req.texts.requester.mentoring.whose, page.holder.email, req)
        : viewOf(page, req, services.programs.current().program),
    read(fields, { whose }, { texts }): Read<IntroductionDecision> | null {
      return wrongAddress(whose, texts) ?? (whose === 'known' ? readDecision(texts, fields) : null);
    },
    act: (decision, { page, commandId }) =>
      decideOnIntroduction(services, page.actor, page.view.id, decision, { commandId }),
    afresh: true,
    done: ({ id }, { req, page }) =>
      page.holder ? paths.introduction(param(req, 'token')) : paths.myIntroduction(id),
  });

  async function opened(req: Request, res: Response) {
    if (!addresses) {
      const id = uuidParam(param(req, 'id'));
      return { id, actor: req.actor, whose: 'known' as const, holder: null };
    }
    const holder = unwrap(await introductionByLink(services, param(req, 'token')));
    const whose = await whoseLink(deps, addresses, { req, res }, holder);
    return { id: holder.id, actor: actorOf(holder), whose, holder };
  }
}

type Words = Texts['requester']['mentoring']['introduction'];

function formOf(t: Words, offered: readonly IntroductionDecisionKind[]): Form | null {
  const button = (kind: IntroductionDecisionKind, text: string, style?: 'secondary') => ({
    ...{ text, name: 'choice', value: kind },
    ...(style ? { style } : {}),
  });
  if (offered.includes('decline')) {
    return {
      fields: [
        { type: 'words', name: 'reason', label: t.reason, hint: t.reasonHint, rows: 3, most: MAX_TEXT },
      ],
      buttons: [
        ...(offered.includes('consent') ? [button('consent', t.consent)] : []),
        button('decline', t.decline, 'secondary'),
      ],
    };
  }
  if (offered.includes('withdraw')) return { buttons: [button('withdraw', t.withdraw, 'secondary')] };
  if (!offered.includes('answer')) return null;
  return { fields: followUpFields(t), buttons: [button('answer', t.send)] };
}

const followUpFields = (t: Words): Field[] => [
  {
    ...{ type: 'radios', name: 'met', legend: t.met.legend, inline: true },
    choices: [
      { value: 'yes', text: t.met.yes },
      { value: 'no', text: t.met.no },
    ],
  },
  {
    ...{ type: 'radios', name: 'useful', legend: t.useful.legend, hint: t.useful.hint },
    choices: USEFUL.map((value) => ({ value, text: t.useful.choices[value] })),
  },
  { type: 'words', name: 'comment', label: t.comment, hint: t.commentHint, rows: 4, most: MAX_TEXT },
];

/** What was pressed and typed, as a decision; null: no button was. Pure. */
export function readDecision({ requester }: Texts, fields: Fields): Read<IntroductionDecision> | null {
  const t = requester.mentoring.introduction;
  const kind = one(fields, 'choice');
  const typed: Record<string, unknown> = { kind };
  const words = kind === 'decline' ? 'reason' : kind === 'answer' ? 'comment' : null;
  if (words && one(fields, words)) typed[words] = one(fields, words);
  if (kind === 'answer') {
    const met = one(fields, 'met');
    if (met !== 'yes' && met !== 'no') return wrongFields([{ pointer: '/met', message: t.met.missing }]);
    typed.met = met === 'yes';
    if (typed.met) typed.useful = one(fields, 'useful');
    if (typed.met && !(USEFUL as readonly unknown[]).includes(typed.useful)) {
      return wrongFields([{ pointer: '/useful', message: t.useful.missing }]);
    }
  } else if (!['consent', 'decline', 'withdraw'].includes(kind)) return null;
  const read = introductionDecisionSchema.safeParse(typed);
  return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
}

function viewOf({ view, offered, holder }: Page, req: Request, program: Program): PageView {
  const { dates, requester } = req.texts;
  const t = requester.mentoring.introduction;
  const side = view.side === 'mentor' ? 'mentor' : 'requester';
  const other = view.introducedAt === null ? null : side === 'mentor' ? view.requester : view.mentor;
  const asks = offered.includes('decline');
  return {
    template: 'pages/mentoring/introduction.njk',
    section: 'my',
    title: t.titles[side],
    text: t,
    backLink: holder ? undefined : backOf(view, side),
    state: t.state[side][view.status]({
      by: view.answerBy && !view.answers[side] ? dates.dateTime(view.answerBy, program.zone) : '',
      other: other?.name ?? '',
    }),
    about: [
      t.area(topicLabel(program, view.topic)),
      ...(side === 'mentor' && asks
        ? [t.role(roleOf(program, view.requesterRole)?.label ?? view.requesterRole)]
        : []),
    ],
    passed: asks ? t.passed[side] : [],
    full: asks && !offered.includes('consent') ? t.full : null,
    withdrawLead: offered.includes('withdraw') ? t.withdrawLead : null,
    followUp: offered.includes('answer') ? t.followUp : null,
    thanks: view.answers[side] ? t.answered : null,
    other:
      other &&
      [
        { key: t.name, value: other.name },
        { key: t.email, value: other.email },
        { key: t.organization, value: other.organization },
      ].filter(({ value }) => value),
    signIn: holder && !('id' in req.actor) ? { href: paths.signIn, text: t.signIn } : null,
  };
}

const backOf = ({ request }: IntroductionView, side: 'requester' | 'mentor') =>
  side === 'mentor' ? paths.myMentoring : request ? paths.myRequest(request.id) : paths.myRequests;
