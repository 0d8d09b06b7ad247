import { Router } from 'express';
import type { AppDeps } from '../app-deps.js';
import { pageOf, shortListQuery } from '../http/page-of.js';
import { parse, uuidParam } from '../http/parse.js';
import { problem, unwrap } from '../http/unwrap.js';
import { fewAtOnce } from '../middleware/few-at-once.js';
import { signedIn } from '../middleware/require.js';
import { addDocument } from './add-document.js';
import { type DocumentView, documentFields } from './document.schema.js';
import { listDocuments, readDocument } from './read-documents.js';
import { removeDocument } from './remove-document.js';
import { sendDocument } from './send-document.js';

/** Each is opened as a whole before it is sent. */
const few = fewAtOnce({ most: 3, mostWaiting: 200 });

const byAge = {
  name: 'documents',
  keyOf: ({ createdAt, id }: DocumentView) => `${createdAt}/${id}`,
  key: /^[\d-]+T[\d:.]+Z\/[\da-f-]{36}$/,
};

export function documentsRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.post('/ta-requests/:id/documents', signedIn, async (req, res) => {
    const id = uuidParam(req.params.id);
    if (!req.file) {
      const message = 'Send one file in the field "file" of a multipart/form-data body.';
      throw problem('invalid', message, [{ pointer: '/file', message }]);
    }
    const { documentKind } = parse(documentFields, { ...req.body });
    const file = { name: req.file.originalname, content: req.file.buffer, documentKind };
    const view = unwrap(await addDocument(services, req.actor, id, file));
    res.location(view.links.self).status(201).json(view);
  });
  router.get('/ta-requests/:id/documents', signedIn, async (req, res) => {
    const query = parse(shortListQuery, req.query);
    const views = unwrap(await listDocuments(services, req.actor, uuidParam(req.params.id)));
    res.json(pageOf(views, query, byAge));
  });
  router.get('/ta-requests/:id/documents/:documentId', signedIn, few, async (req, res) => {
    const ids = { id: uuidParam(req.params.id), documentId: uuidParam(req.params.documentId) };
    sendDocument(res, unwrap(await readDocument(services, req.actor, ids)));
  });
  router.delete('/ta-requests/:id/documents/:documentId', signedIn, async (req, res) => {
    const ids = { id: uuidParam(req.params.id), documentId: uuidParam(req.params.documentId) };
    unwrap(await removeDocument(services, req.actor, ids));
    res.status(204).end();
  });
  return router;
}
