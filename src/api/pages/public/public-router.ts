import { Router } from 'express';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { paths } from '../../paths.js';
import { begunDraft, begunOn, type DraftStore } from '../form/draft-store.js';
import { nextPath } from '../form/steps.js';
import { answerPage, answersPage } from './answers/answers-pages.js';
import { programPage } from './program-page.js';
import { whenPage } from './when-page.js';

/** A site nobody minds seeing in a history. */
const HARMLESS_SITE = 'https://www.weather.gov/';

export function publicRouter(deps: AppDeps, drafts: DraftStore, addresses: KnownAddresses): Router {
  const { programs } = deps.services;
  const { programDir } = deps.config;
  const router = Router();

  router.get(paths.home, async (req, res) => {
    const text = req.texts.public.landing;
    const { program } = programs.current();
    const lead = text.lead(program.clock.promiseBusinessDays);
    const draft = await begunDraft(drafts, req);
    const begun = draft && {
      text: req.texts.requester.form.begun.goOn(begunOn(draft, req.texts, program.zone)),
      href: nextPath(draft, program),
    };
    res.render('pages/public/landing.njk', { section: 'home', title: text.title, text, lead, begun });
  });

  router.get(paths.hotline, (req, res) => {
    const text = req.texts.public.hotline;
    res.render('pages/public/hotline.njk', { title: text.title, text });
  });

  router.get(paths.exit, async (req, res) => {
    // A browser that looks ahead has not left yet.
    const purpose = `${req.get('sec-purpose') ?? ''} ${req.get('purpose') ?? ''} ${req.get('x-moz') ?? ''}`;
    if (req.method === 'HEAD' || /prefetch|prerender|preview/.test(purpose))
      return res.redirect(303, HARMLESS_SITE);
    addresses.forget(res);
    // Leaving comes first: whatever happens to the draft, the person gets away.
    await drafts.forget(req, res).catch(() => undefined);
    res.redirect(303, HARMLESS_SITE);
  });

  router.get(paths.about, async (req, res) => {
    const html = [await programPage('about', programDir), await programPage('what-we-do', programDir)]
      .filter(Boolean)
      .join('\n');
    const { title } = req.texts.public.about;
    res.render('pages/public/about.njk', { section: 'about', title, html: oneTitle(html) });
  });

  for (const page of ['privacy', 'accessibility'] as const) {
    router.get(paths[page], (req, res) => {
      const { title, sections } = req.texts.public[page];
      res.render('pages/public/prose.njk', { title, sections });
    });
  }

  router.get(paths.referrals, (req, res) => {
    const text = req.texts.public.referrals;
    const { lists } = programs.current().program.referrals;
    res.render('pages/public/referrals.njk', { title: text.title, text, lists });
  });

  router.get(paths.answers, answersPage(deps));
  router.get(paths.answer(':id'), answerPage(deps));
  router.get(paths.whenWouldIHear, whenPage(deps));
  return router;
}

const TOP_HEADING = '<h1 class="govuk-heading-l">';

/** Several pages in one: only the first keeps its top heading. */
function oneTitle(html: string): string {
  const [before = '', first, ...others] = html.split(TOP_HEADING);
  if (first === undefined) return html;
  const lower = others.map(
    (part) => `<h2 class="govuk-heading-l govuk-!-margin-top-8">${part.replace('</h1>', '</h2>')}`,
  );
  return [before, TOP_HEADING, first, ...lower].join('');
}
