import { absenceRefusals } from './absences.js';
import { callRefusals } from './calls.js';
import { conductRefusals } from './conduct.js';
import { deskRefusals } from './desk.js';
import { documentRefusals } from './documents.js';
import { erasureRefusals } from './erasure.js';
import { factorRefusals } from './factors.js';
import type { FieldWords } from './fields.js';
import { mentorRefusals } from './mentors.js';
import { precedentRefusals } from './precedents.js';
import { privacyRefusals } from './privacy.js';
import { processRefusals } from './process.js';
import { questionRefusals } from './questions.js';
import { registrationRefusals } from './registrations.js';
import { releaseRefusals } from './releases.js';
import { requestRefusals } from './requests.js';
import type { Row } from './row.js';
import { webRefusals } from './web.js';
import { worksheetRefusals } from './worksheets.js';

/**
 * Every reason the desk refuses for, and the problem code each is answered with. Its sentence stands in the catalogue of
 * each language (`api/text/en/refusals`), under the same name.
 */
export const REFUSALS = {
  ...requestRefusals,
  ...documentRefusals,
  ...processRefusals,
  ...callRefusals,
  ...questionRefusals,
  ...registrationRefusals,
  ...conductRefusals,
  ...mentorRefusals,
  ...deskRefusals,
  ...webRefusals,
  ...worksheetRefusals,
  ...precedentRefusals,
  ...absenceRefusals,
  ...factorRefusals,
  ...erasureRefusals,
  ...releaseRefusals,
  ...privacyRefusals,
};

export type Reason = keyof typeof REFUSALS;

/** What a sentence may be about: a refusal as a whole, or one field. */
export type Saying = Reason | keyof FieldWords;

export type ParamsOf<S extends Saying> = S extends keyof FieldWords
  ? FieldWords[S]
  : S extends Reason
    ? (typeof REFUSALS)[S] extends Row<infer P>
      ? P
      : never
    : never;

/** The params a saying has to be given: none, or one object. */
export type Given<S extends Saying> = ParamsOf<S> extends null ? [] : [params: ParamsOf<S>];

export function isReason(name: unknown): name is Reason {
  return typeof name === 'string' && Object.hasOwn(REFUSALS, name);
}
