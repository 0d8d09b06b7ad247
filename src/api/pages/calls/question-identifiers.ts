import { writtenIn } from '../../../domain/worksheets/worksheet.schema.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { type Elsewhere, showInstead } from '../kit/elsewhere.js';
import { type Fields, one } from '../kit/fields.js';
import { foundIn } from '../kit/identifiers-check.js';
import type { Asking } from './asking.js';
import { chosenWorksheet } from './question-worksheet.js';

/** Asks once more before words go out that may tell who a client is; all that was typed goes along unseen. */
export function identifiersPage(texts: Texts, asking: Asking, fields: Fields): Elsewhere | null {
  const sent = chosenWorksheet(asking, fields);
  const found = foundIn(texts, [one(fields, 'question'), ...(sent ? writtenIn(sent.words) : [])].join('\n'));
  if (found.length === 0 || one(fields, 'identifiers') === 'keep') return null;
  const words = texts.calls.aboutCall.ask.identifiers;
  const typed = Object.keys(fields).filter((name) => name !== 'identifiers' && name !== 'commandId');
  return showInstead('pages/kit/form-page.njk', {
    section: 'calls',
    title: words.title,
    lead: [words.lead],
    backLink: asking.edit ? paths.myCalls : paths.call(asking.call.id),
    form: {
      hidden: Object.fromEntries(typed.map((name) => [name, one(fields, name)])),
      fields: [{ type: 'found', found }],
      buttons: [
        { text: words.change, name: 'identifiers', value: 'change' },
        { text: words.keep, name: 'identifiers', value: 'keep', style: 'secondary' },
      ],
    },
  });
}
