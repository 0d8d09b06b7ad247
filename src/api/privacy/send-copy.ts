import type { Response } from 'express';
import type { PersonCopy } from '../../usecases/privacy/person-copy.js';
import type { AppServices } from '../app-deps.js';
import { sendDocument } from '../documents/send-document.js';
import { copyDocument } from './copy-document.js';

/** As an attachment, kept in no cache: whoever shares the browser finds none. */
export async function sendCopy(
  res: Response,
  services: Pick<AppServices, 'pdf' | 'programs'>,
  copy: PersonCopy,
  as: 'pdf' | 'json',
): Promise<void> {
  const { texts } = res.req;
  const { zone } = services.programs.current().program;
  const { fileName, head } = texts.requester.privacy.copy;
  const content =
    as === 'pdf'
      ? await services.pdf.write(copyDocument(texts, zone, copy))
      : Buffer.from(
          JSON.stringify(
            {
              notice: head(
                `${copy.madeFor.name} <${copy.madeFor.email}>`,
                texts.dates.dateTime(copy.madeAt, zone),
              ),
              ...copy,
            },
            null,
            2,
          ),
        );
  res.set('Cache-Control', 'no-store');
  const mediaType = as === 'pdf' ? 'application/pdf' : 'application/json';
  sendDocument(res, { view: { name: `${fileName}.${as}`, mediaType }, content });
}
