interface QuestionStatusSheet {
  /** It takes the place of its asker and of their organization; the unique indexes of its table count the same ones. */
  takesPlace?: true;
  /** It is on the call: neither taken back, nor moved to another, nor a request by now. */
  onCall?: true;
  /** It is talked about on the call, or may yet be. */
  stands?: true;
}

/** A row per status of a question for a call; every list of them derives from it, in this order. */
export const QUESTION_STATUS = {
  asked: { takesPlace: true, onCall: true, stands: true },
  selected: { takesPlace: true, onCall: true, stands: true },
  'not-selected': { takesPlace: true, onCall: true },
  withdrawn: {},
  moved: {},
  converted: { takesPlace: true },
} as const satisfies Record<string, QuestionStatusSheet>;

export type QuestionStatus = keyof typeof QUESTION_STATUS;
/** The statuses of questions whose place is free again, so that words about each of them are complete. */
export type PlaceFree = {
  [S in QuestionStatus]: (typeof QUESTION_STATUS)[S] extends { takesPlace: true } ? never : S;
}[QuestionStatus];

export const QUESTION_STATUSES = Object.keys(QUESTION_STATUS) as QuestionStatus[];
const sheetOf = (status: QuestionStatus): QuestionStatusSheet => QUESTION_STATUS[status];
// Frozen: many use the same list.
const where = (has: keyof QuestionStatusSheet) =>
  Object.freeze(QUESTION_STATUSES.filter((status) => sheetOf(status)[has] === true)) as QuestionStatus[];

export const PLACE_TAKING_STATUSES = where('takesPlace');
export const ON_CALL_STATUSES = where('onCall');
export const STANDING_STATUSES = where('stands');

export function isPlaceFree(status: QuestionStatus): status is PlaceFree {
  return sheetOf(status).takesPlace !== true;
}

export function isOnCall(status: QuestionStatus): boolean {
  return sheetOf(status).onCall === true;
}

export function isStanding(status: QuestionStatus): boolean {
  return sheetOf(status).stands === true;
}
