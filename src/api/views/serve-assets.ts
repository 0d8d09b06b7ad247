import { join } from 'node:path';
import express, { Router } from 'express';
import { projectRoot } from '../../project-root.js';

const GOVUK = join(projectRoot, 'node_modules/govuk-frontend/dist/govuk');
const MOJ = join(projectRoot, 'node_modules/@ministryofjustice/frontend/moj');
const OWN = join(projectRoot, 'src/api/views/assets');
const BUILT = join(projectRoot, 'dist/public');

/** Stylesheet, scripts and icons under `/assets`. Only named files, so that no crown or font is ever served. */
export function serveAssets(): Router {
  const router = Router();
  const files: Record<string, string> = {
    '/app.css': join(BUILT, 'app.css'),
    '/app.js': join(OWN, 'app.js'),
    '/editor.js': join(OWN, 'editor.js'),
    '/keys.js': join(OWN, 'keys.js'),
    '/live.js': join(OWN, 'live.js'),
    '/menus.js': join(OWN, 'menus.js'),
    '/names.js': join(OWN, 'names.js'),
    '/passkeys.js': join(OWN, 'passkeys.js'),
    '/told.js': join(OWN, 'told.js'),
    '/icon.svg': join(OWN, 'icon.svg'),
    '/govuk-frontend.js': join(GOVUK, 'govuk-frontend.min.js'),
    '/moj-frontend.js': join(MOJ, 'moj-frontend.min.js'),
  };
  for (const [name, file] of Object.entries(files)) {
    router.get(name, (_req, res) => res.sendFile(file, { maxAge: '1h', dotfiles: 'allow' }));
  }
  router.use('/images', only(/^\/icon-[a-z-]+\.(svg|png)$/), express.static(join(MOJ, 'assets/images')));
  return router;
}

const only =
  (pattern: RegExp): express.RequestHandler =>
  (req, _res, next) =>
    next(pattern.test(req.path) ? undefined : 'router');
