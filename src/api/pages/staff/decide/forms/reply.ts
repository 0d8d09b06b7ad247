import { fieldText as t } from '../../../../text/en/pages/staff/decisions.js';
import { type DecisionSheet, lastWritten, words } from './sheet.js';

export const reply: DecisionSheet = {
  fields: () => [words('body', 'reply', t.replyBody)],
  beside: (request, content, texts) =>
    request.view.messageWaitingSince ? lastWritten('message', request, content, texts) : null,
};
