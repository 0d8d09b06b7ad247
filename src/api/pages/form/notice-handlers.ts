import type { RequestHandler } from 'express';
import { callFor, documentOf } from '../../../domain/program/lookup.js';
import { foresee } from '../../../domain/requests/foresee.js';
import type { AppDeps } from '../../app-deps.js';
import { notFound } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { fieldsOf } from '../kit/fields.js';
import { calendarOfToday, nowOf } from '../parts/page-deps.js';
import { emptyDraft } from './draft.js';
import type { DraftStore } from './draft-store.js';
import type { StepContext } from './step.js';
import { courtDateStep } from './steps/court-date-step.js';
import { identifiersIn } from './steps/facts-step.js';
import { firstOpenStep, nextPath } from './steps.js';

/** Pages between questions: each says one thing and leads on or back. */
export function noticeHandlers(deps: AppDeps, drafts: DraftStore) {
  const { programs } = deps.services;
  const program = () => programs.current().program;

  const identifiers: RequestHandler = async (req, res) => {
    const text = req.texts.requester.form;
    const draft = (await drafts.read(req))?.draft;
    const found = draft ? identifiersIn(req.texts, draft) : [];
    if (!draft || found.length === 0) return res.redirect(303, paths.form.facts);
    res.render('pages/form/identifiers.njk', {
      section: 'form',
      title: text.identifiers.title,
      text,
      backLink: paths.form.facts,
      found,
      goOn: nextPath(draft, program()),
    });
  };

  const notReviewed: RequestHandler = (req, res) => {
    const text = req.texts.requester.form;
    const { documents, workshops, resources } = program();
    const id = typeof req.query.document === 'string' ? req.query.document : '';
    const document = documentOf(program(), id);
    if (!document || document.reviewed) throw notFound();
    const offer = documents.find((entry) => entry.id === document.id)?.offerInstead;
    res.render('pages/form/not-reviewed.njk', {
      section: 'form',
      title: text.notReviewed.title,
      text,
      backLink: paths.form.document,
      label: document.label,
      workshop: workshops.find((entry) => entry.id === offer?.workshop) ?? null,
      resource: resources.find((entry) => entry.id === offer?.resource) ?? null,
    });
  };

  const courtDateSoon: RequestHandler = async (req, res) => {
    const draft = (await drafts.read(req))?.draft;
    const { texts } = req;
    const text = texts.requester.form;
    if (!draft?.courtDate?.has) return res.redirect(303, paths.form.courtDate);
    const call = draft.role === undefined ? null : callFor(program(), draft.role);
    res.render('pages/form/court-date-soon.njk', {
      section: 'form',
      title: text.courtDateSoon.title,
      text,
      backLink: paths.form.courtDate,
      date: texts.dates.date(draft.courtDate.date),
      call: call ? texts.calls.callWords(call, program().zone) : null,
      goOn: firstOpenStep(draft, program()) === null ? paths.form.check : nextPath(draft, program()),
    });
  };

  /** Answers scripts while a date is typed; keeps nothing and knows no form. Empty: there is nothing to say of it yet. */
  const courtDateAim: RequestHandler = async (req, res) => {
    const { texts, actor } = req;
    const calendar = await calendarOfToday(deps);
    const here = { texts, actor, program: program(), calendar, now: nowOf(deps) };
    const read = courtDateStep.read(fieldsOf(req.query), { ...here, draft: emptyDraft() });
    const court = read.ok ? read.value.draft.courtDate : undefined;
    res.json({ said: court?.has ? aimOf(court.date, here) : '' });
  };

  return { courtDateAim, identifiers, notReviewed, courtDateSoon };
}

function aimOf(courtDate: string, { texts, ...here }: Omit<StepContext, 'draft' | 'actor'>): string {
  const text = texts.requester.form.courtDate;
  const { courtAimAt, dueAt } = foresee({ ...here, courtDate, missing: [] });
  if (courtAimAt === null) return text.promise(texts.dates.pair(dueAt, here.program.zone));
  return courtAimAt < here.now ? text.close : text.aim(texts.dates.date(here.calendar.dateOf(courtAimAt)));
}
