import type { DecisionKind } from '../../../../../../domain/requests/decision.schema.js';
import { answerText } from './answer.js';
import { conversationText } from './conversation.js';
import type { DecisionText } from './decision-text.js';
import { endingText } from './ending.js';
import { handlingText } from './handling.js';
import { reopeningText } from './reopening.js';

/** Words of each decision: its link, its page, and what it asks for. */
export const decisionText = {
  ...handlingText,
  ...conversationText,
  ...answerText,
  ...endingText,
  ...reopeningText,
} satisfies Record<DecisionKind, DecisionText>;
