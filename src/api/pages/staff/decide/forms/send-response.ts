import type { DecisionSheet } from './sheet.js';

export const sendResponse: DecisionSheet = { fields: () => [], showsDraft: true, final: true };
