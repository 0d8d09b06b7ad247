import type { RequestHandler } from 'express';
import { MOST_PREVIEWED, previewDocument } from '../../../../usecases/documents/preview-document.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { staffUser } from '../require-staff.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';

/** `/staff/requests/:id/documents/:document`: a page of a document as a picture, with its words for who can't see it. */
export function documentPage(services: AppServices): RequestHandler {
  return async (req, res) => {
    const id = uuidParam(req.params.id);
    const documentId = uuidParam(req.params.document);
    const page = pageOf(req.query.page);
    const me = staffUser(req.actor);
    const { view, drawn } = unwrap(await previewDocument(services, me, { id, documentId, page }));
    const { document: words, backToRequest } = req.texts.staff.request;
    const at = (n: number) => `${staffPaths.preview(id, documentId)}?page=${n}`;
    const last = 'fault' in drawn ? page : Math.min(drawn.pages, MOST_PREVIEWED);
    renderStaff(res, 'request/document.njk', {
      section: 'queue',
      title: words.title,
      words,
      name: view.name,
      download: view.links.self,
      backLink: { href: staffPaths.request(id), text: backToRequest },
      ...('fault' in drawn
        ? { fault: words.faults[drawn.fault] }
        : {
            picture: `data:image/png;base64,${drawn.png.toString('base64')}`,
            alt: words.alt(page),
            place: words.place(page, drawn.pages),
            more: drawn.pages > MOST_PREVIEWED ? words.more(MOST_PREVIEWED) : null,
            text: drawn.text.trim(),
            previous: page > 1 ? at(page - 1) : null,
            next: page < last ? at(page + 1) : null,
          }),
    });
  };
}

const pageOf = (asked: unknown): number =>
  typeof asked === 'string' && /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 1;
