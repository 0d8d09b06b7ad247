import { type DecisionSheet, lastWritten, words } from './sheet.js';

export const reply: DecisionSheet = {
  fields: (_context, { staff: { decisions } }) => [words('body', decisions.reply.fields.body)],
  beside: (request, content, texts) =>
    request.view.messageWaitingSince ? lastWritten('message', request, content, texts) : null,
};
