import type { Request, RequestHandler } from 'express';
import { reviewWorkflowId } from '../../../../domain/conduct/workflow-id.js';
import { may } from '../../../../domain/people/permissions.js';
import { offeredTo } from '../../../../usecases/conduct/offered-on-review.js';
import { readReview } from '../../../../usecases/conduct/read-review.js';
import { reviewPast } from '../../../../usecases/conduct/review-past.js';
import type { ReviewView } from '../../../../usecases/conduct/review-view.schema.js';
import { readPerson } from '../../../../usecases/people/read-person.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { reviewClasses } from '../../parts/status-classes.js';
import { heldUpNotice } from '../held-up-notice.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { isDecidedHere } from './decide-review-page.js';
import { saidOnReview } from './said-on-review.js';

/** `/staff/conduct/:id`: how a review stands, what was said, what happened, and what may be decided. */
export const reviewPage =
  (services: AppServices): RequestHandler =>
  async (req, res) => {
    const { actor, query, texts } = req;
    const { conduct: text } = texts.staff.desk;
    const { zone } = services.programs.current().program;
    const id = uuidParam(req.params.id);
    const review = unwrap(await readReview(services, actor, id));
    const person = unwrap(await readPerson(services, actor, review.personId));
    const { kinds } = unwrap(await offeredTo(services, actor, id));
    const past = unwrap(await reviewPast(services, actor, id));
    const when = (at: string) => texts.dates.shortDateTime(at, zone);
    renderStaff(res, 'conduct/review.njk', {
      section: 'conduct',
      title: text.pageTitle(person.name),
      text,
      done: doneWith(texts, query.done),
      backLink: { href: paths.desk('conduct'), text: text.back },
      status: undefined,
      heldUp: await heldUpNotice(services, req, reviewWorkflowId(id), zone),
      tag: { text: text.statuses[review.status], classes: reviewClasses[review.status] },
      links: kinds.filter(isDecidedHere).map((kind) => ({
        text: text.decisions[kind].link,
        href: paths.desk('conduct/:id/decide/:kind', id, kind),
      })),
      waits: waitsFor(req, review, kinds.includes('decide-appeal')),
      person: { name: person.name, href: paths.desk('requesters/:id', review.personId) },
      facts: factsOf(texts, review, when),
      alone: review.decidedAlone ? text.alone : null,
      said: saidOnReview(texts, review, zone),
      history: past.map(({ type, data, at, name }) => ({
        text: text.events[type](data),
        byline: [...(name ? [text.by(name)] : []), when(at)].join(' · '),
      })),
    });
  };

function doneWith({ staff }: Texts, done: unknown): string | null {
  const { conduct: text } = staff.desk;
  if (done === 'opened') return text.open.done;
  return isDecidedHere(done) ? text.decisions[done].done : null;
}

/** Whoever reads it is not who decides. */
function waitsFor({ actor, texts }: Request, { status }: ReviewView, mine: boolean): string | null {
  const { conduct: text } = texts.staff.desk;
  if (status !== 'appealed' || mine) return null;
  return may(actor, 'conduct.appeals') ? text.waitsForAnother : text.waitsForDirector;
}

function factsOf({ staff, dates }: Texts, review: ReviewView, when: (at: string) => string) {
  const { conduct: text } = staff.desk;
  const { facts: t } = text;
  const on = (key: string, at: string | null) => (at ? [{ key, value: when(at) }] : []);
  return [
    { key: t.about, value: text.grounds[review.grounds] },
    { key: t.opened, value: when(review.openedAt) },
    { key: t.notice, value: review.notifiedAt ? when(review.notifiedAt) : t.notYet },
    ...(review.until ? [{ key: t.until, value: dates.date(review.until) }] : []),
    ...(review.status === 'refused' ? on(t.appealUntil, review.appealUntil) : []),
    ...(review.status === 'appealed' ? on(t.decideBy, review.decideBy) : []),
    ...on(t.ended, review.endedAt),
  ];
}
