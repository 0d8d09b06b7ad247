import type { Request, RequestHandler, Response } from 'express';
import { isOpen } from '../../../domain/requests/status.js';
import type { FieldError } from '../../../domain/result.js';
import type { AppDeps } from '../../app-deps.js';
import { addDocument } from '../../documents/add-document.js';
import { documentFields } from '../../documents/document.schema.js';
import { statusOf } from '../../errors.js';
import { unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { getRequest } from '../../requests/read-request.js';
import { requesterText } from '../../text/requester.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../views/page-errors.js';
import { attempt } from '../parts/attempt.js';
import { fieldsOf, one } from '../parts/fields.js';
import { param } from '../parts/page-deps.js';

const text = requesterText.documents;

/** Adding a document to one's request; the upload itself was read into memory by the app's middleware. */
export function documentPage({ services }: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const render = (req: Request, res: Response, chosen: string, errors: PageErrors, status = 200) =>
    res.status(status).render('pages/requester/document.njk', {
      section: 'my',
      title: text.title,
      text: requesterText,
      backLink: paths.myRequest(param(req, 'id')),
      kinds: services.programs
        .current()
        .program.documents.filter(({ reviewed }) => reviewed)
        .map(({ id, label }) => ({ value: id, text: label, checked: id === chosen })),
      errors,
    });
  return {
    async show(req, res) {
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      if (!isOpen(view.status)) return res.redirect(303, paths.myRequest(view.id));
      render(req, res, view.documentKind ?? '', NO_ERRORS);
    },
    async send(req, res) {
      const id = param(req, 'id');
      const chosen = one(fieldsOf(req.body), 'documentKind');
      const read = documentFields.safeParse({ documentKind: chosen });
      const errors: FieldError[] = [];
      if (!req.file) errors.push({ pointer: '/file', message: text.noFile });
      if (!read.success) errors.push({ pointer: '/documentKind', message: text.noKind });
      if (!req.file || !read.success) return render(req, res, chosen, pageErrors(errors), 422);
      const file = { name: req.file.originalname, content: req.file.buffer, ...read.data };
      const added = await attempt(services, 'document', requesterText.unavailable, () =>
        addDocument(services, req.actor, id, file),
      );
      if (added.ok) return res.redirect(303, `${paths.myRequest(id)}#documents`);
      render(req, res, chosen, problemErrors(added.problem), statusOf(added.problem.code));
    },
  };
}
