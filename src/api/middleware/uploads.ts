import type { RequestHandler } from 'express';
import multer from 'multer';
import { problem } from '../http/unwrap.js';
import { fewAtOnce } from './few-at-once.js';
import { isApi } from './identify.js';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const oneFile = multer({
  storage: multer.memoryStorage(),
  defParamCharset: 'utf8',
  limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10, fieldSize: 4096, parts: 12, headerPairs: 50 },
}).single('file');

/** Each holds its file several times over while it is sealed and stored. */
const few = fewAtOnce({ most: 2, mostWaiting: 40 });

/**
 * Reads multipart bodies into memory (`req.file`, `req.body`), before the CSRF check that needs the form's token.
 * Only signed-in people and keys, and only where documents are taken: nobody else fills our memory.
 */
export const uploads: RequestHandler = (req, res, next) => {
  if (!req.is('multipart/form-data')) return next();
  if (!/\/(documents|attendance)\/?$/.test(req.path)) {
    throw problem('malformed', 'Files are only taken at a request’s documents and a call’s attendance.');
  }
  if (req.actor.kind === 'public') throw problem('unauthenticated', 'Sign in before you send a file.');
  few(req, res, (refused?: unknown) => {
    if (refused) return next(refused);
    oneFile(req, res, (error: unknown) => {
      // A page says it at the field, beside what was chosen; the fields came before the file.
      const onPage = !isApi(req.path) && (error as { code?: string } | undefined)?.code === 'LIMIT_FILE_SIZE';
      if (onPage) req.fileTooLarge = true;
      next(onPage ? undefined : error);
    });
  });
};
