import type { Request } from 'express';
import { isOpen, type RequestStatus } from '../../../domain/requests/statuses.js';
import { ok } from '../../../domain/result.js';
import { ownRequest } from '../../../usecases/documents/own-request.js';
import { listDocuments } from '../../../usecases/documents/read-documents.js';
import { removeDocument } from '../../../usecases/documents/remove-document.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { notFound, unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { leadTo } from '../kit/elsewhere.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';

/** Asks once more, then erases a document one has sent. */
export function removeDocumentPage({ services }: AppDeps): FormRoutes {
  const idsOf = (req: Request) => ({ id: param(req, 'id'), documentId: uuidParam(req.params.document) });
  return formPage(services, {
    name: 'remove-document',
    unavailable: 'try-again-typed-kept',
    load: async (req) => unwrap(await ownRequest(services, req.actor, param(req, 'id'))),
    closed: ({ id, status }) => (isOpen(status as RequestStatus) ? null : leadTo(paths.myRequest(id))),
    form({ id }, _standing, texts) {
      const text = texts.requester.request.removeDocument;
      return {
        buttons: [{ text: text.confirm, style: 'warning' }],
        cancel: { text: text.keep, href: documentsOf(id) },
      };
    },
    async view({ id }, _standing, req) {
      const text = req.texts.requester.request.removeDocument;
      const documents = unwrap(await listDocuments(services, req.actor, id));
      const document = documents.find((one) => one.id === idsOf(req).documentId);
      if (!document) throw notFound();
      return {
        section: 'my',
        title: text.title,
        quoted: document.name,
        lead: [text.lead],
        backLink: documentsOf(id),
      };
    },
    read: () => ok(null),
    async act(_input, { req }) {
      const removed = await removeDocument(services, req.actor, idsOf(req));
      // Sent twice: it is gone, as was wished.
      return !removed.ok && removed.problem.code === 'not-found' ? ok(null) : removed;
    },
    done: (_value, { page }) => `${paths.myRequest(page.id)}?done=removal`,
  });
}

const documentsOf = (id: string): string => `${paths.myRequest(id)}#documents`;
