import type { RequestHandler } from 'express';
import { WORKSHEET_FILE } from '../../../../domain/worksheets/worksheet.schema.js';
import { readWorksheet } from '../../../../usecases/worksheets/own-worksheet.js';
import type { AppDeps } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { param } from '../../parts/page-deps.js';
import { worksheetPdf } from './worksheet-pdf.js';

/** One's own worksheet to take away. */
export function sendWorksheet({ services }: AppDeps): RequestHandler {
  return async (req, res) => {
    const worksheet = unwrap(await readWorksheet(services, req.actor, param(req, 'id')));
    const { program } = services.programs.current();
    const file = await services.pdf.write(worksheetPdf(worksheet, { program, texts: req.texts }));
    res.attachment(WORKSHEET_FILE);
    res.set('Content-Security-Policy', "default-src 'none'; sandbox");
    res.type('application/pdf').send(file);
  };
}
