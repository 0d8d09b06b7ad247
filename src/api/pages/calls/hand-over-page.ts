import type { Request, RequestHandler } from 'express';
import { needsSupervisor } from '../../../domain/program/lookup.js';
import { ok } from '../../../domain/result.js';
import { formatPair } from '../../../domain/time/format.js';
import { convertQuestion, handedBackTo } from '../../../usecases/calls/hand-over-question.js';
import { openQuestions } from '../../../usecases/calls/questions/open-questions.js';
import type { QuestionRow } from '../../../usecases/calls/questions.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { notFound } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { en } from '../../text/en/en.js';
import { handoverText as text } from '../../text/en/pages/calls/my-calls.js';
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
      if (token) return NOT_YOURS;
      throw notFound();
    },
    form: (row) => (isOver(row) ? null : { fields: supervisorAsked(row), buttons: [{ text: text.send }] }),
    async view(row, _standing, req) {
      const { call, rule } = await askingFor(deps, req, row.callId);
      const { zone } = programOf();
      return {
        template: 'pages/calls/hand-over.njk',
        section: 'calls',
        title: row.requestId ? text.done.title : isOver(row) ? text.closed.title : text.title,
        words: text,
        backLink: paths.myCalls,
        closed: closedWords(row),
        request: row.requestId ? paths.myRequest(row.requestId) : null,
        callTitle: `${call.title}: ${rule.label}`,
        startsAt: formatPair(call.startsAt, zone),
        firstAsked: formatPair(row.askedAt.toISOString(), zone),
        question: (await openQuestions(services, req.actor, [row])).get(row.id),
      };
    },
    read: (fields, row) =>
      supervisorMissing(row)
        ? readSupervisor(fields, { program: programOf(), email: row.askerEmail, optional: false })
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

  function supervisorAsked(row: QuestionRow): Field[] {
    if (!supervisorMissing(row)) return [];
    const fields = supervisorFields(en, programOf());
    return [
      { type: 'group', name: 'supervisor', legend: text.supervisor, hint: text.supervisorLead, fields },
    ];
  }
}

const closedWords = ({ status }: QuestionRow): string | null =>
  status === 'withdrawn' || status === 'moved' ? text.closed[status] : null;

const isOver = (row: QuestionRow): boolean => row.requestId !== null || closedWords(row) !== null;

/** Forwarded and made-up links look the same. */
const NOT_YOURS = showInstead(
  'pages/calls/one-button.njk',
  { section: 'calls', title: text.notYours.title, words: text.notYours },
  404,
);

const signInFirst = (req: Request) =>
  showInstead('pages/calls/hand-over-sign-in.njk', {
    section: 'calls',
    title: text.signIn.title,
    words: text.signIn,
    signIn: `${paths.signIn}?next=${encodeURIComponent(req.path)}`,
  });
