import { listed } from '../../../domain/text/listed.js';
import { callTexts } from './calls.js';
import { dates } from './dates.js';
import { dateText } from './pages/date.js';
import { keptFormsText } from './pages/kept-forms.js';
import { kitText } from './pages/kit.js';
import { layoutText } from './pages/layout.js';
import { toldApartText } from './pages/told-apart.js';
import { problemTitles } from './problem-titles.js';
import { publicTexts } from './public.js';
import { absenceSentences } from './refusals/absences.js';
import { callSentences } from './refusals/calls.js';
import { conductSentences } from './refusals/conduct.js';
import { deskSentences } from './refusals/desk.js';
import { documentSentences } from './refusals/documents.js';
import { erasureSentences } from './refusals/erasure.js';
import { factorSentences } from './refusals/factors.js';
import { fieldSentences } from './refusals/fields.js';
import { mentorSentences } from './refusals/mentors.js';
import { precedentSentences } from './refusals/precedents.js';
import { privacySentences } from './refusals/privacy.js';
import { processSentences } from './refusals/process.js';
import { questionSentences } from './refusals/questions.js';
import { registrationSentences } from './refusals/registrations.js';
import { releaseSentences } from './refusals/releases.js';
import { requestSentences } from './refusals/requests.js';
import { webSentences } from './refusals/web.js';
import { worksheetSentences } from './refusals/worksheets.js';
import { requesterTexts } from './requester.js';
import { PAUSED } from './requests/collected.js';
import { scansText } from './scans.js';
import { staffTexts } from './staff.js';

/** What the desk says in English. */
export const en = {
  /** BCP 47: of answers, and of pages. */
  language: 'en' as string,
  problemTitles,
  dates,
  /** `a, b, and c` */
  listed,
  /** `1,234` */
  number: (value: number): string => value.toLocaleString('en-US'),
  /** Why something is refused, and what is wrong with a field. */
  refusals: {
    ...requestSentences,
    ...documentSentences,
    ...processSentences,
    ...callSentences,
    ...questionSentences,
    ...registrationSentences,
    ...conductSentences,
    ...mentorSentences,
    ...deskSentences,
    ...webSentences,
    ...worksheetSentences,
    ...precedentSentences,
    ...absenceSentences,
    ...factorSentences,
    ...erasureSentences,
    ...releaseSentences,
    ...privacySentences,
    ...fieldSentences,
  },
  /** What every page has around it. */
  layout: layoutText,
  /** How forms speak, whatever they ask. */
  kit: { ...kitText, date: dateText, kept: keptFormsText, toldApart: toldApartText },
  public: publicTexts,
  /** Why a request's clock stands still, to staff and to the requester. */
  paused: PAUSED,
  /** Of documents and viruses. */
  scans: scansText,
  requester: requesterTexts,
  calls: callTexts,
  staff: staffTexts,
};
