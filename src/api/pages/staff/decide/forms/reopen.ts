import { type DecisionSheet, lastWritten, words } from './sheet.js';

/** What the requester wrote to have it reopened. */
export const reopeningAsked: DecisionSheet['beside'] = (request, content, texts) =>
  request.view.reopeningAskedAt ? lastWritten('reopening-request', request, content, texts) : null;

export const reopen: DecisionSheet = {
  fields: (_context, { staff: { decisions } }) => [words('reason', decisions.reopen.fields.reason, 4)],
  beside: reopeningAsked,
};
