import type { Request, RequestHandler } from 'express';
import { isPlaceFree, type PlaceFree, type QuestionStatus } from '../../../domain/calls/question-statuses.js';
import { needsSupervisor } from '../../../domain/program/lookup.js';
import { ok } from '../../../domain/result.js';
import { convertQuestion, handedBackTo } from '../../../usecases/calls/hand-over-question.js';
import { openQuestions } from '../../../usecases/calls/questions/open-questions.js';
import type { QuestionRow } from '../../../usecases/calls/questions.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { notFound } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { type Elsewhere, showInstead } from '../kit/elsewhere.js';
import type { Field } from '../kit/form.js';
import { formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';
import { supervisorFields } from '../parts/supervisor-fields.js';
import { askingFor } from './asking.js';
import { readSupervisor } from './read-supervisor.js';

/**
 * Where the mail's button leads, and the same from one's own page. Before sign-in nothing of the question is
 * shown, not even that there is one: links are forwarded.
 */
export function handOverPage(deps: AppDeps): Record<'show' | 'send', RequestHandler> {
  const { services } = deps;
  const programOf = () => services.programs.current().program;
  return formPage(services, {
    name: 'hand-over',
    unavailable: 'try-again-typed-kept',
    async load(req): Promise<QuestionRow | Elsewhere> {
      if (req.actor.kind !== 'person') return signInFirst(req);
      const token = param(req, 'token');
      const by = token ? { token } : { id: uuidParam(req.params.id) };
      const row = await handedBackTo(services, req.actor, by);
      if (row) return row;
      if (token) return notYours(req.texts);
      throw notFound();
    },
    form: (row, _standing, texts) =>
      isOver(row)
        ? null
        : {
            fields: supervisorAsked(texts, row),
            buttons: [{ text: texts.calls.aboutQuestion.request.send }],
          },
    async view(row, _standing, req) {
      const { calls, dates } = req.texts;
      const text = calls.aboutQuestion.request;
      const { call, rule } = await askingFor(deps, req, row.callId);
      const { zone } = programOf();
      return {
        template: 'pages/calls/hand-over.njk',
        section: 'calls',
        title: row.requestId ? text.done.title : isOver(row) ? text.closed.title : text.title,
        words: text,
        backLink: paths.myCalls,
        closed: isClosed(row) ? text.closed[row.status] : null,
        request: row.requestId ? paths.myRequest(row.requestId) : null,
        callTitle: `${call.title}: ${rule.label}`,
        startsAt: dates.pair(call.startsAt, zone),
        firstAsked: dates.pair(row.askedAt.toISOString(), zone),
        question: (await openQuestions(services, req.actor, [row])).get(row.id),
      };
    },
    read: (fields, row, { texts }) =>
      supervisorMissing(row)
        ? readSupervisor(texts, fields, { program: programOf(), email: row.askerEmail, optional: false })
        : ok(undefined),
    async act(supervisor, { req, page }) {
      if (req.actor.kind !== 'person') throw notFound();
      return convertQuestion(services, req.actor, page.id, { supervisor });
    },
    afresh: true,
    done: ({ requestId }) => paths.myRequestSent(requestId),
  });

  function supervisorMissing(row: QuestionRow): boolean {
    return row.supervisorEmail === null && needsSupervisor(programOf(), row.askerRole);
  }

  function supervisorAsked(texts: Texts, row: QuestionRow): Field[] {
    if (!supervisorMissing(row)) return [];
    const text = texts.calls.aboutQuestion.request;
    const fields = supervisorFields(texts, programOf());
    return [
      { type: 'group', name: 'supervisor', legend: text.supervisor, hint: text.supervisorLead, fields },
    ];
  }
}

type Closed = QuestionRow & { status: PlaceFree };

const isClosed = (row: QuestionRow): row is Closed => isPlaceFree(row.status as QuestionStatus);

const isOver = (row: QuestionRow): boolean => row.requestId !== null || isClosed(row);

/** Forwarded and made-up links look the same. */
function notYours({ calls }: Texts): Elsewhere {
  const words = calls.aboutQuestion.request.notYours;
  return showInstead('pages/calls/one-button.njk', { section: 'calls', title: words.title, words }, 404);
}

function signInFirst({ path, texts }: Request): Elsewhere {
  const words = texts.calls.aboutQuestion.request.signIn;
  const signIn = `${paths.signIn}?next=${encodeURIComponent(path)}`;
  return showInstead('pages/calls/hand-over-sign-in.njk', {
    section: 'calls',
    title: words.title,
    words,
    signIn,
  });
}
