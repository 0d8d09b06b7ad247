import { type DecisionSheet, lastWritten } from './sheet.js';

export const sendResponse: DecisionSheet = {
  fields: () => [],
  showsDraft: true,
  final: true,
  /** What it answers, where that is not the request’s own questions. */
  beside: (request, content, texts) =>
    request.view.followUp?.status === 'open' ? lastWritten('follow-up', request, content, texts) : null,
};
