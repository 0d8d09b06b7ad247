import type { Request, RequestHandler } from 'express';
import { askPrivacySchema } from '../../../domain/privacy/privacy-decision.schema.js';
import { PRIVACY_KINDS } from '../../../domain/privacy/privacy-requests.js';
import { ok, type Result } from '../../../domain/result.js';
import { askPrivacy, confirmPrivacy, wishBehind } from '../../../usecases/privacy/ask-privacy.js';
import { decidePrivacy } from '../../../usecases/privacy/decide-privacy.js';
import { fetchCopy } from '../../../usecases/privacy/person-copy.js';
import type { PrivacyView } from '../../../usecases/privacy/privacy-view.schema.js';
import { listPrivacy } from '../../../usecases/privacy/read-privacy.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { sendCopy } from '../../privacy/send-copy.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { type Elsewhere, showInstead } from '../kit/elsewhere.js';
import { one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';

type Act = { ask: PrivacyView['kind'] } | { withdraw: string };

/** `/my/data`: what somebody asked for, how it stands, and asking for it. */
export function privacyPage({ services }: AppDeps): FormRoutes {
  return formPage(services, {
    name: 'privacy-asked',
    unavailable: 'try-again-nothing-lost',
    load: async (req) => unwrap(await listPrivacy(services, req.actor, { limit: 50 })).items,
    form: (_wishes, _standing, { requester: { privacy: t } }) => ({
      which: { do: 'ask' },
      fields: [
        {
          type: 'radios',
          name: 'kind',
          legend: t.legend,
          choices: PRIVACY_KINDS.map((kind) => ({
            value: kind,
            text: t.kinds[kind].label,
            hint: t.kinds[kind].hint,
          })),
          missing: t.missing,
        },
        { type: 'text', text: t.holds },
      ],
      buttons: [{ text: t.ask }],
    }),
    others: (wishes, _standing, { requester: { privacy: t } }) => ({
      back: wishes.filter(canBeTakenBack).map(
        ({ id, kind }): Form => ({
          which: { do: 'withdraw', wish: id },
          inline: true,
          buttons: [{ text: t.withdraw, style: 'secondary', hiddenText: t.wishes[kind] }],
        }),
      ),
    }),
    view(wishes, _standing, { actor, query, texts }) {
      const { privacy: t } = texts.requester;
      const { zone, privacy } = services.programs.current().program;
      const at = (instant: string) => texts.dates.shortDateTime(instant, zone);
      const done: Record<string, string> = {
        asked: t.asked(actor.kind === 'person' ? actor.email : ''),
        confirmed: t.confirmed,
        withdrawn: t.withdrawn,
      };
      const now = services.clock.now().toISOString();
      const takenBack = wishes.filter(canBeTakenBack);
      return {
        section: 'my',
        title: t.title,
        template: 'pages/requester/privacy.njk',
        lead: [t.lead.replace('{days}', String(privacy.answerDays))],
        text: t,
        done: typeof query.done === 'string' && Object.hasOwn(done, query.done) ? done[query.done] : null,
        backLink: paths.account,
        wishes: wishes.map((wish) => {
          const fetches = wish.copyUntil !== null && wish.copyUntil > now;
          return {
            title: t.wishes[wish.kind],
            status: t.statuses[wish.status],
            lines: [
              t.askedOn(at(wish.askedAt)),
              ...(wish.dueOn && wish.status === 'open' ? [t.dueOn(texts.dates.date(wish.dueOn))] : []),
              ...(wish.decidedAt ? [t.decidedOn(at(wish.decidedAt))] : []),
              ...(wish.reason ? [t.reasons[wish.reason]] : []),
            ],
            words: wish.words,
            files: fetches
              ? [
                  { href: paths.myDataPdf(wish.id), text: t.pdf },
                  { href: paths.myDataJson(wish.id), text: t.json },
                ]
              : [],
            until: fetches && wish.copyUntil ? t.copyUntil(at(wish.copyUntil)) : null,
            back: takenBack.indexOf(wish),
          };
        }),
      };
    },
    read(fields) {
      if (one(fields, 'do') === 'withdraw') return ok({ withdraw: one(fields, 'wish') });
      const read = askPrivacySchema.safeParse({ kind: one(fields, 'kind') });
      return read.success ? ok<Act>({ ask: read.data.kind }) : wrongFields(zodFieldErrors(read.error));
    },
    async act(act: Act, { req, commandId }): Promise<Result<string>> {
      const done =
        'ask' in act
          ? await askPrivacy(services, req.actor, act.ask, commandId)
          : await decidePrivacy(services, req.actor, act.withdraw, { kind: 'withdraw' });
      return done.ok ? ok('ask' in act ? 'asked' : 'withdrawn') : done;
    },
    afresh: true,
    done: (what) => `${paths.myData}?done=${what}`,
  });
}

const canBeTakenBack = ({ status }: PrivacyView) => status === 'unconfirmed' || status === 'open';

/** Opened from the mailed link by whoever asked; opening it changes nothing. */
export function confirmPrivacyPage({ services }: AppDeps): FormRoutes {
  return formPage(services, {
    name: 'privacy-confirmed',
    unavailable: 'try-again-nothing-lost',
    async load(req) {
      const wish = await wishBehind(services, req.actor, param(req, 'token'));
      return wish.ok ? wish.value : linkOver(req);
    },
    form: (_wish, _standing, { requester: { privacy: t } }) => ({
      buttons: [{ text: t.confirm.button }],
      cancel: { text: t.confirm.keep, href: paths.myData },
    }),
    view({ kind }, _standing, { texts }) {
      const { confirm: t } = texts.requester.privacy;
      return { section: 'my', title: t.title[kind], lead: t.lead[kind], backLink: paths.myData };
    },
    read: () => ok(null),
    act: (_input, { req }) => confirmPrivacy(services, req.actor, param(req, 'token')),
    done: () => `${paths.myData}?done=confirmed`,
  });
}

/** As a rule they signed in with another address: what to do stands there. */
function linkOver({ actor, texts }: Request): Elsewhere {
  const { privacy: t } = texts.requester;
  const form: Form = {
    action: paths.signOut,
    buttons: [{ text: t.over.signOut }],
    cancel: { text: t.link, href: paths.myData },
  };
  const lead = t.over.lead(actor.kind === 'person' ? actor.email : '');
  return showInstead('pages/kit/form-page.njk', { section: 'my', title: t.over.title, lead, form }, 404);
}

export const copyDownload =
  ({ services }: AppDeps, as: 'pdf' | 'json'): RequestHandler =>
  async (req, res) => {
    const copy = unwrap(await fetchCopy(services, req.actor, param(req, 'id'), as));
    await sendCopy(res, services, copy, as);
  };
