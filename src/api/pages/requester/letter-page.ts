import type { Request } from 'express';
import type { z } from 'zod';
import { followUpRefusal } from '../../../domain/requests/after-answer.js';
import { messageRefusal, reopeningRefusal } from '../../../domain/requests/correspondence.js';
import { followUpSchema, messageSchema, reopeningSchema } from '../../../domain/requests/decision.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { ok, type Problem, type Result } from '../../../domain/result.js';
import { askFollowUp } from '../../../usecases/requests/ask-follow-up.js';
import { askReopening } from '../../../usecases/requests/correspondence/ask-reopening.js';
import { writeMessage } from '../../../usecases/requests/correspondence/write-message.js';
import { ownsRequest } from '../../../usecases/requests/owns-request.js';
import { getRequest } from '../../../usecases/requests/read-request.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { Read } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { type Fields, one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { foundIn, identifiersCheck, identifiersProblem } from '../kit/identifiers-check.js';
import { param } from '../parts/page-deps.js';
import { leadToRequest } from './too-late.js';

type LetterKind = 'message' | 'reopening' | 'follow-up';

/** Writing to staff about a request: a message while it is open, afterwards the wish to have it opened again. */
export function letterPage({ services }: AppDeps, kind: LetterKind): FormRoutes {
  const textOf = (texts: Texts) => texts.requester.aboutRequest[kind];
  const refusalOf = (view: RequestView): Problem | null =>
    REFUSALS[kind](view, services.clock.now().toISOString());

  const send = (req: Request, words: string, commandId: string): Promise<Result<unknown>> => {
    const id = param(req, 'id');
    switch (kind) {
      case 'message':
        return writeMessage(services, req.actor, id, { body: words }, { commandId });
      case 'follow-up':
        return askFollowUp(services, req.actor, id, { question: words }, { commandId });
      case 'reopening':
        return askReopening(services, req.actor, id, { reason: words }, { commandId });
    }
  };

  return formPage(services, {
    name: kind,
    unavailable: 'try-again-typed-kept',
    async load(req) {
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      // Only the requester asks about the answer; who supervises them reads along.
      return kind === 'follow-up' && !(await ownsRequest(services, req.actor, view))
        ? leadToRequest(req, view)
        : view;
    },
    closed: (view, req) => (refusalOf(view) === null ? null : leadToRequest(req, view)),
    form(_view, standing, texts) {
      const text = textOf(texts);
      const found = foundIn(texts, one(standing.typed, 'words'));
      return {
        fields: [
          {
            type: 'words',
            name: 'words',
            label: text.label,
            size: 'm',
            hint: text.hint,
            rows: 8,
            most: MAX_TEXT,
            missing: text.missing,
          },
          ...identifiersCheck(standing, found, text.confirm),
        ],
        buttons: [{ text: text.button }],
      };
    },
    view(view, _standing, { texts }) {
      const text = textOf(texts);
      return {
        template: 'pages/requester/letter.njk',
        section: 'my',
        title: text.title,
        lead: text.lead,
        backLink: paths.myRequest(view.id),
        // What was asked for goes another way, and that way is shown here too.
        otherWay: view.status === 'awaiting-information' && otherWay(text, view),
      };
    },
    read: (fields, _view, { texts }) => readLetter(texts, fields, kind),
    act: (words, { req, commandId }) => send(req, words, commandId),
    done: (_value, { page }) => `${paths.myRequest(page.id)}?done=${kind}`,
  });
}

function otherWay(text: Texts['requester']['aboutRequest'][LetterKind], { id, supervisor }: RequestView) {
  const toName = supervisor?.status === 'refused';
  const lead = toName ? text.toName : text.toAnswer;
  return lead && { lead, text: toName ? text.name : text.answer, href: paths.myRequestPage(id, 'answer') };
}

const SCHEMAS: Record<LetterKind, z.ZodType<string>> = {
  message: messageSchema.shape.body,
  'follow-up': followUpSchema.shape.question,
  reopening: reopeningSchema.shape.reason,
};

const REFUSALS: Record<LetterKind, (view: RequestView, now: string) => Problem | null> = {
  message: ({ status }) => messageRefusal(status),
  'follow-up': ({ status, followUp, followUpUntil }, now) =>
    followUpRefusal({ status, asked: followUp !== null }, followUpUntil, now),
  reopening: ({ status, reopeningAskedAt }) => reopeningRefusal(status, reopeningAskedAt),
};

/** What was typed, checked. Pure. */
export function readLetter({ requester }: Texts, fields: Fields, kind: LetterKind): Read<string> {
  const typed = one(fields, 'words');
  const read = SCHEMAS[kind].safeParse(typed);
  if (!read.success) {
    return wrongFields(zodFieldErrors(read.error).map((error) => ({ ...error, pointer: '/words' })));
  }
  const unchecked = identifiersProblem(fields, typed, requester.aboutRequest.answer.identifiers);
  if (unchecked.length > 0) return wrongFields(unchecked);
  return ok(read.data);
}
