import type { Request, RequestHandler, Response } from 'express';
import { messageRefusal, reopeningRefusal } from '../../../domain/requests/correspondence.js';
import { messageSchema, reopeningSchema } from '../../../domain/requests/decision.schema.js';
import { findIdentifiers } from '../../../domain/requests/identifier-warning.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import type { FieldError, Result } from '../../../domain/result.js';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { askReopening } from '../../requests/correspondence/ask-reopening.js';
import { writeMessage } from '../../requests/correspondence/write-message.js';
import { getRequest } from '../../requests/read-request.js';
import { formText } from '../../text/form.js';
import { letterText } from '../../text/letters.js';
import { requesterText } from '../../text/requester.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { attempt } from '../kit/attempt.js';
import { type Fields, fieldsOf, one } from '../kit/fields.js';
import { withOwnWords } from '../kit/with-own-words.js';
import { commandOfForm, newCommandId } from '../parts/command-of-form.js';
import { param } from '../parts/page-deps.js';
import { leadToRequest } from './too-late.js';

type LetterKind = keyof typeof letterText;
interface Handlers {
  show: RequestHandler;
  send: RequestHandler;
}

/** Writing to staff about a request: a message while it is open, afterwards the wish to have it opened again. */
export function letterPage({ services }: AppDeps, kind: LetterKind): Handlers {
  const text = letterText[kind];
  const refusalOf = (view: RequestView): string | null =>
    kind === 'message' ? messageRefusal(view.status) : reopeningRefusal(view.status, view.reopeningAskedAt);

  const send = (req: Request, words: string, commandId: string): Promise<Result<unknown>> => {
    const id = param(req, 'id');
    return kind === 'message'
      ? writeMessage(services, req.actor, id, { body: words }, { commandId })
      : askReopening(services, req.actor, id, { reason: words }, { commandId });
  };

  const render = (
    res: Response,
    view: RequestView,
    fields: Fields,
    { errors = NO_ERRORS, status = 200 }: { errors?: PageErrors; status?: number } = {},
  ) =>
    res.status(status).render('pages/requester/letter.njk', {
      section: 'my',
      title: text.title,
      text:
        view.supervisor?.status === 'refused' ? { ...text, toAnswer: text.toName, answer: text.name } : text,
      // What was asked for goes another way, and that way is shown here too.
      answerHref: view.status === 'awaiting-information' ? paths.myAnswer(view.id) : null,
      backLink: paths.myRequest(view.id),
      identifiers: errors.byField.identifiersChecked
        ? findIdentifiers(one(fields, 'words')).map(({ kind: what, excerpt }) => ({
            what: formText.identifiers.kinds[what],
            excerpt,
          }))
        : [],
      maxText: MAX_TEXT,
      commandId: one(fields, 'commandId') || newCommandId(),
      fields,
      errors,
    });

  return {
    async show(req, res) {
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      if (refusalOf(view) !== null) return leadToRequest(res, view);
      render(res, view, {});
    },
    async send(req, res) {
      const fields = fieldsOf(req.body);
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      const read = readLetter(fields, kind);
      if (!read.ok) return render(res, view, fields, { errors: pageErrors(read.errors), status: 422 });
      const sent = await attempt(services, kind, requesterText.unavailable, () =>
        send(req, read.words, commandOfForm(fields)),
      );
      if (sent.ok) return res.redirect(303, `${paths.myRequest(view.id)}?done=${kind}`);
      const { problem } = sent;
      render(res, view, fields, { errors: problemErrors(problem), status: statusOf(problem.code) });
    },
  };
}

/** What was typed, checked. Pure. */
export function readLetter(
  fields: Fields,
  kind: LetterKind,
): { ok: true; words: string } | { ok: false; errors: FieldError[] } {
  const typed = one(fields, 'words');
  const read =
    kind === 'message'
      ? messageSchema.safeParse({ body: typed })
      : reopeningSchema.safeParse({ reason: typed });
  if (!read.success) {
    const errors = zodFieldErrors(read.error).map((error) => ({ ...error, pointer: '/words' }));
    return { ok: false, errors: withOwnWords(errors, fields, { words: letterText[kind].missing }) };
  }
  if (findIdentifiers(typed).length > 0 && one(fields, 'identifiersChecked') !== 'yes') {
    return {
      ok: false,
      errors: [{ pointer: '/identifiersChecked', message: requesterText.answer.identifiers }],
    };
  }
  return { ok: true, words: 'body' in read.data ? read.data.body : read.data.reason };
}
