import type { Program } from '../../../../domain/program/program.schema.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import type { Texts } from '../../../text/texts.js';

export interface SendPreview {
  to: string;
  copy: string | null;
  mail: string;
}

/** Who gets the answer and what their mail holds. A supervisor gets a copy only once confirmed. */
export function sendPreview(
  { staff }: Texts,
  { requester, supervisor }: Pick<RequestView, 'requester' | 'supervisor'>,
  { mail }: Pick<Program, 'mail'>,
): SendPreview {
  const words = staff.request.preview;
  const copied = supervisor?.status === 'confirmed' ? supervisor : null;
  return {
    to: `${requester.name}, ${requester.email}`,
    copy: copied && `${copied.name}, ${copied.email}`,
    mail: mail.fullTextInMail ? words.mailFull : words.mail,
  };
}
