import {
  formatDate,
  formatDateTime,
  formatPair,
  formatShortDate,
  formatShortDateTime,
} from '../../../domain/time/format.js';

/** Dates and times as people read them; mails write them alike. */
export const dates = {
  date: formatDate,
  dateTime: formatDateTime,
  /** In the program's zone and in another. */
  pair: formatPair,
  shortDate: formatShortDate,
  shortDateTime: formatShortDateTime,
};
