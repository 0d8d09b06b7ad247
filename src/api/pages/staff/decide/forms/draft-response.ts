import { type DecisionSheet, lastWritten, words, wroteBoth } from './sheet.js';

export const draftResponse: DecisionSheet = {
  fields: (_context, { staff: { decisions } }) => [
    words('body', decisions['draft-response'].fields.body, 18),
  ],
  initial: (_request, { draft }) => ({ body: draft?.body ?? '' }),
  /** What a reviewer wanted changed, while the draft hasn't been saved since. */
  beside(request, content, texts) {
    const note = lastWritten('return-note', request, content, texts);
    return note && content.draft && content.draft.at > note.at && !wroteBoth(content) ? null : note;
  },
};
