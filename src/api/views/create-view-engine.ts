import { join } from 'node:path';
import type { Express } from 'express';
import nunjucks from 'nunjucks';
import type { Programs } from '../../ports/programs.js';
import { projectRoot } from '../../project-root.js';
import { paths } from '../paths.js';
import { linkify } from './linkify.js';

/**
 * Nunjucks with autoescape over our templates and the two component libraries; templates are named from
 * `src/api`, e.g. `pages/public/landing.njk`. Templates get `site`, `paths` and what a page passes;
 * in answers also what `res.locals` holds, such as `layoutText`.
 */
export function createViewEngine({
  app,
  programs,
}: {
  app?: Express;
  programs: Pick<Programs, 'current'>;
}): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader([
    // Templates are read from the sources: the compiler leaves them there.
    join(projectRoot, 'src/api'),
    join(projectRoot, 'node_modules/govuk-frontend/dist'),
    join(projectRoot, 'node_modules/@ministryofjustice/frontend'),
  ]);
  const env = new nunjucks.Environment(loader, { autoescape: true });
  env.addGlobal('paths', paths);
  env.addGlobal('site', {
    get organization() {
      return programs.current().program.organization;
    },
  });
  // The timeline component has its own way with dates; for its format a page gives it the words.
  env.addFilter('date', (_instant: string, words: string) => words);
  env.addFilter('trim', trim);
  env.addFilter('linked', (text: string) => new nunjucks.runtime.SafeString(linkify(text)));
  if (app) {
    env.express(app);
    app.set('view engine', 'njk');
  }
  return env;
}

/**
 * The library's own takes time that grows with the square of the white space inside, and components trim what people
 * typed. What was safe to output stays so.
 */
function trim(text: string | nunjucks.runtime.SafeString): string | nunjucks.runtime.SafeString {
  const trimmed = String(text).trim();
  return text instanceof nunjucks.runtime.SafeString ? new nunjucks.runtime.SafeString(trimmed) : trimmed;
}
