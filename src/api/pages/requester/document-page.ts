import type { Request, RequestHandler, Response } from 'express';
import type { FoundIdentifier } from '../../../domain/requests/identifier-warning.js';
import { identifiersInName } from '../../../domain/requests/identifiers-in-name.js';
import { isOpen } from '../../../domain/requests/statuses.js';
import type { FieldError } from '../../../domain/result.js';
import type { AppDeps } from '../../app-deps.js';
import { addDocument } from '../../documents/add-document.js';
import { documentFields } from '../../documents/document.schema.js';
import { statusOf } from '../../errors.js';
import { unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { getRequest } from '../../requests/read-request.js';
import { formText } from '../../text/form.js';
import { requesterText } from '../../text/requester.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../views/page-errors.js';
import { attempt } from '../kit/attempt.js';
import { fieldsOf, one } from '../kit/fields.js';
import { commandOfForm, newCommandId } from '../parts/command-of-form.js';
import { param } from '../parts/page-deps.js';
import { leadToRequest } from './too-late.js';

const text = requesterText.documents;

interface Shown {
  chosen: string;
  commandId: string;
  inName?: readonly FoundIdentifier[];
}

/** Adding a document to one's request; the upload itself was read into memory by the app's middleware. */
export function documentPage({ services }: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const render = (
    req: Request,
    res: Response,
    { chosen, commandId, inName = [] }: Shown,
    errors: PageErrors,
    status = 200,
  ) =>
    res.status(status).render('pages/requester/document.njk', {
      section: 'my',
      title: text.title,
      text: requesterText,
      backLink: paths.myRequest(param(req, 'id')),
      kinds: services.programs
        .current()
        .program.documents.filter(({ reviewed }) => reviewed)
        .map(({ id, label }) => ({ value: id, text: label, checked: id === chosen })),
      // Asked only after a try: the person has seen what was found and says it may go.
      identifiers: inName.map(({ kind, excerpt }) => ({ what: formText.identifiers.kinds[kind], excerpt })),
      commandId,
      errors,
    });
  return {
    async show(req, res) {
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      if (!isOpen(view.status)) return leadToRequest(res, view);
      render(req, res, { chosen: view.documentKind ?? '', commandId: newCommandId() }, NO_ERRORS);
    },
    async send(req, res) {
      const id = param(req, 'id');
      const fields = fieldsOf(req.body);
      const chosen = one(fields, 'documentKind');
      const commandId = commandOfForm(fields);
      const read = documentFields.safeParse({ documentKind: chosen });
      const errors: FieldError[] = [];
      const inName = identifiersInName(req.file?.originalname ?? '');
      if (!req.file)
        errors.push({ pointer: '/file', message: req.fileTooLarge ? text.tooLarge : text.noFile });
      else if (inName.length > 0 && one(fields, 'nameChecked') !== 'yes')
        errors.push({ pointer: '/file', message: text.identifiers });
      if (!read.success) errors.push({ pointer: '/documentKind', message: text.noKind });
      if (!req.file || !read.success || errors.length > 0) {
        return render(
          req,
          res,
          { chosen, commandId, inName },
          pageErrors(errors),
          req.fileTooLarge ? 413 : 422,
        );
      }
      const file = { name: req.file.originalname, content: req.file.buffer, commandId, ...read.data };
      const added = await attempt(services, 'document', requesterText.unavailable, () =>
        addDocument(services, req.actor, id, file),
      );
      if (added.ok) return res.redirect(303, `${paths.myRequest(id)}?done=document`);
      render(req, res, { chosen, commandId }, problemErrors(added.problem), statusOf(added.problem.code));
    },
  };
}
