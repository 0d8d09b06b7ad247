import type { Request, RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { leastRate } from '../http/least-rate.js';
import { problem, problemAt } from '../http/problem.js';
import { fewAtOnce } from './few-at-once.js';
import { isApi } from './is-api.js';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const oneFile = multer({
  storage: multer.memoryStorage(),
  defParamCharset: 'utf8',
  limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10, fieldSize: 4096, parts: 12, headerPairs: 50 },
}).single('file');

/** Of somebody whose session is lost: what was typed beside the file, which is read and dropped. */
const fieldsAlone = multer({
  fileFilter: (_req, _file, take) => take(null, false),
  limits: { files: 1, fields: 10, fieldSize: 65_536, parts: 12, headerPairs: 50 },
}).any();

/** Each holds its file several times over while it is sealed and stored. */
export const UPLOADS_AT_ONCE = 3;

const TAKES_FILES =
  /^\/(?:api\/v1\/(?:ta-requests|calls)|my\/requests|staff\/calls)\/[^/]+\/(?:documents|attendance)\/?$/i;
/** Where a form on its way takes them, of strangers too. */
const OF_A_FORM = /^\/request\/documents\/?$/i;

/**
 * Reads multipart bodies into memory (`req.file`, `req.body`), before the CSRF check that needs the form's token.
 * Files of signed-in people and keys only, and of who has a form on its way, and only where documents are taken: nobody
 * else fills our memory.
 */
export function uploads({
  lookMs,
  mayWithForm = async () => false,
}: {
  lookMs?: number;
  /** Whether this browser may send a file with its form. */
  mayWithForm?: (req: Request) => Promise<boolean>;
} = {}): RequestHandler {
  const few = fewAtOnce({ most: UPLOADS_AT_ONCE, mostWaiting: 80 });
  return async (req, res, next) => {
    const type = req.get('content-type') ?? '';
    if (!/^\s*multipart\/form-data\b/i.test(type)) return next();
    if (!/;\s*boundary=(?:"[^"]+"|[^\s;"]+)/i.test(type)) throw problem('parts-unreadable');
    const withForm = OF_A_FORM.test(req.path);
    if (!TAKES_FILES.test(req.path) && !withForm) {
      throw problem('no-files-here');
    }
    if (withForm ? !(await mayWithForm(req)) : req.actor.kind === 'public') {
      req.filesTooMany = withForm;
      if (isApi(req.path)) throw problem('sign-in-before-file');
      return fieldsAlone(req, res, (error: unknown) => next(error && refusalOf(error, '')));
    }
    let tail = '';
    few(req, res, (refused?: unknown) => {
      if (refused) return next(refused);
      const rate = leastRate(() => req.destroy(), lookMs);
      for (const end of ['end', 'close']) req.once(end, rate.end);
      req.on('data', (chunk: Buffer) => {
        rate.moved(chunk.length);
        tail = chunk.subarray(-8).toString('latin1');
      });
      oneFile(req, res, (error: unknown) => {
        // A page says it at the field, beside what was chosen; the fields came before the file.
        const onPage =
          !isApi(req.path) && (error as { code?: string } | undefined)?.code === 'LIMIT_FILE_SIZE';
        if (onPage) req.fileTooLarge = true;
        next(onPage ? undefined : refusalOf(error, tail));
      });
    });
  };
}

/** What isn't one of multer's limits is its reader's: no boundary, a broken header, an early end. */
function refusalOf(error: unknown, tail: string): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof MulterError && error.code.startsWith('LIMIT_')) return error;
  // The form came whole, so what broke its header are control characters in the file's name.
  if (error.message === 'Malformed part header' && /--\s*$/.test(tail)) {
    return problemAt('/file', 'file-name-unreadable');
  }
  return problem('parts-unreadable');
}
