import type { QuestionStatus } from '../../../../../domain/calls/question-statuses.js';

/** What has become of a question, to whoever asked it. */
export const questionStatusText: Record<QuestionStatus, { tag: string; sentence: string }> = {
  asked: {
    tag: 'Asked',
    sentence: 'We have it. The questions for the call are chosen after the time to ask ends.',
  },
  selected: {
    tag: 'On the agenda',
    sentence:
      'It is on the agenda. Please be there: we discuss a question only with the person who asked it.',
  },
  'not-selected': {
    tag: 'No room',
    sentence: 'There was no room for it. Nothing is lost: it can become a request for a written answer.',
  },
  withdrawn: { tag: 'Withdrawn', sentence: 'You withdrew it.' },
  moved: {
    tag: 'Moved',
    sentence: 'As agreed with you, it is now for another call.',
  },
  converted: {
    tag: 'A request now',
    sentence: 'It has become a request for a written answer, and keeps its date.',
  },
};
