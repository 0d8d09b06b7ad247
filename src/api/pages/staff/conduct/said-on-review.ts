import { CONDUCT_TEXTS } from '../../../../domain/conduct/conduct-texts.js';
import type { ReviewView } from '../../../../usecases/conduct/review-view.schema.js';
import type { Texts } from '../../../text/texts.js';

/** What was said in a review, oldest first: by whom, when, and who reads it. */
export function saidOnReview({ staff, dates }: Texts, { texts, notifiedAt }: ReviewView, zone: string) {
  const { conduct: text } = staff.desk;
  return texts.map(({ field, body, at, from, name }) => ({
    title: text.fields[field],
    body,
    byline: [
      from === 'person' ? text.byPerson : text.by(name ?? staff.common.somebody),
      dates.shortDateTime(at, zone),
      CONDUCT_TEXTS[field].person && notifiedAt !== null ? text.readByPerson : text.notReadByPerson,
    ].join(' · '),
  }));
}
