import { Router } from 'express';
import swaggerUi from 'swagger-ui-express';
import { buildDocument } from './build-document.js';

/** Swagger UI's own page has inline styles; this one lives with a policy that forbids them. */
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>TA Desk API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<script src="/api/docs/swagger-ui-bundle.js" defer></script>
<script src="/api/docs/init.js" defer></script>
</head>
<body>
<main id="swagger-ui"><h1>TA Desk API</h1><p>The description as JSON: <a href="/api/v1/openapi.json">openapi.json</a></p></main>
</body>
</html>
`;

const INIT = `window.SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#swagger-ui',
  supportedSubmitMethods: [],
  validatorUrl: null,
});
`;

/** `/api/v1/openapi.json`, and the same to read at `/api/docs`. Public. */
export function openapiRoutes(): Router {
  const router = Router();
  const [, files] = swaggerUi.serveWithOptions({ index: false, maxAge: '1h' });
  let document: object | null = null;
  router.get('/v1/openapi.json', (_req, res) => {
    document ??= buildDocument();
    res.json(document);
  });
  router.get('/docs', (_req, res) => void res.type('html').send(PAGE));
  router.get('/docs/init.js', (_req, res) => void res.type('js').send(INIT));
  router.get(/^\/docs\/swagger-ui(-bundle\.js|\.css)$/, (req, res, next) => {
    req.url = req.url.replace(/^\/docs/, '');
    if (!files) return next();
    files(req, res, next);
  });
  return router;
}
