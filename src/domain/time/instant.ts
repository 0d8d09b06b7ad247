/** An instant as ISO 8601 in UTC with milliseconds, e.g. `2026-11-25T01:00:00.000Z`. Sorts as text. */
export type Instant = string;

/** A calendar date in the program's zone, `yyyy-mm-dd`. Sorts as text. */
export type IsoDate = string;
