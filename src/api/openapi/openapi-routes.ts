import { Router } from 'express';
import type { Route } from '../http/route.js';
import { buildDocument } from './build-document.js';
import { docsView, type OpenapiDocument } from './docs-view.js';

/** `/api/v1/openapi.json`, and the same to read at `/api/docs`. Public. */
export function openapiRoutes(routes: readonly Route[]): Router {
  const router = Router();
  let document: object | null = null;
  const built = () => {
    document ??= buildDocument(routes);
    return document;
  };
  router.get('/v1/openapi.json', (_req, res) => void res.json(built()));
  router.get('/docs', (req, res) => {
    const text = req.texts.public.apiDocs;
    const groups = docsView(text, built() as OpenapiDocument);
    res.render('openapi/docs.njk', { section: 'api', title: text.title, text, groups });
  });
  return router;
}
