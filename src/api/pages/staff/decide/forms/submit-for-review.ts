import type { DecisionSheet } from './sheet.js';

export const submitForReview: DecisionSheet = { fields: () => [], showsDraft: true };
