import { type DecisionSheet, lastWritten, words, wroteBoth } from './sheet.js';

export const answerFollowUp: DecisionSheet = {
  fields: (_context, { staff: { decisions } }) => [
    words('body', decisions['answer-follow-up'].fields.body, 14),
  ],
  initial: (_request, { draft }) => ({ body: draft?.body ?? '' }),
  /** What is asked, or what a reviewer wanted changed since the draft was saved. */
  beside(request, content, texts) {
    const note = lastWritten('return-note', request, content, texts);
    const asked = request.view.followUp?.askedAt ?? '';
    const isNew =
      note !== null &&
      note.at > asked &&
      !(content.draft && content.draft.at > note.at && !wroteBoth(content));
    return isNew ? note : lastWritten('follow-up', request, content, texts);
  },
};
