import type { Request, RequestHandler, Response } from 'express';
import { isOpen, type RequestStatus } from '../../../domain/requests/statuses.js';
import type { AppDeps } from '../../app-deps.js';
import { ownRequest } from '../../documents/own-request.js';
import { listDocuments } from '../../documents/read-documents.js';
import { removeDocument } from '../../documents/remove-document.js';
import { statusOf } from '../../errors.js';
import { uuidParam } from '../../http/parse.js';
import { notFound, unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { requesterText } from '../../text/requester.js';
import { NO_ERRORS, type PageErrors, problemErrors } from '../../views/page-errors.js';
import { attempt } from '../kit/attempt.js';
import { param } from '../parts/page-deps.js';

/** Asks once more, then erases a document one has sent. */
export function removeDocumentPage({ services }: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const idsOf = (req: Request) => ({ id: param(req, 'id'), documentId: uuidParam(req.params.document) });

  async function render(req: Request, res: Response, errors: PageErrors, status = 200) {
    const { id, documentId } = idsOf(req);
    const documents = unwrap(await listDocuments(services, req.actor, id));
    const document = documents.find((one) => one.id === documentId);
    if (!document) throw notFound();
    res.status(status).render('pages/requester/remove-document.njk', {
      section: 'my',
      title: requesterText.removeDocument.title,
      text: requesterText.removeDocument,
      name: document.name,
      backLink: `${paths.myRequest(id)}#documents`,
      errors,
    });
  }
  return {
    async show(req, res) {
      const row = unwrap(await ownRequest(services, req.actor, param(req, 'id')));
      if (!isOpen(row.status as RequestStatus)) return res.redirect(303, paths.myRequest(row.id));
      await render(req, res, NO_ERRORS);
    },
    async send(req, res) {
      const ids = idsOf(req);
      const { id } = unwrap(await ownRequest(services, req.actor, ids.id));
      const removed = await attempt(services, 'remove-document', requesterText.unavailable, () =>
        removeDocument(services, req.actor, ids),
      );
      // Sent twice: it is gone, as was wished.
      if (removed.ok || removed.problem.code === 'not-found') {
        return res.redirect(303, `${paths.myRequest(id)}?done=removal`);
      }
      await render(req, res, problemErrors(removed.problem), statusOf(removed.problem.code));
    },
  };
}
