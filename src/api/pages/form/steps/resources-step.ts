import { ok } from '../../../../domain/result.js';
import type { Texts } from '../../../text/texts.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { type FormStep, yesNo } from '../step.js';
import { suggestedResources } from '../suggested-resources.js';

const words = ({ requester }: Texts) => requester.form.resources;

export const resourcesStep: FormStep = {
  id: 'resources',
  title: (texts) => words(texts).title,
  // Without any to have looked at, nobody is asked whether they did.
  applies: (draft, program) => suggestedResources(draft, program).length > 0,
  answered: ({ reviewedResources }) => reviewedResources !== undefined,
  above({ draft, program, texts }) {
    const text = words(texts);
    const suggestions = suggestedResources(draft, program).map(({ title, publisher, url }) => ({
      title: url ? text.newTab(title) : title,
      publisher: text.by(publisher),
      url: url ?? null,
    }));
    return suggestions.length > 0 ? { lead: [text.lead], suggestions } : {};
  },
  fields({ texts }) {
    const text = words(texts);
    return [
      {
        type: 'radios',
        name: 'reviewedResources',
        legend: text.question,
        size: 'm',
        choices: [
          { value: 'yes', text: text.yes },
          { value: 'no', text: text.no, hint: text.noHint },
        ],
        missing: text.error,
      },
    ];
  },
  initial: ({ reviewedResources }) =>
    reviewedResources === undefined ? {} : { reviewedResources: reviewedResources ? 'yes' : 'no' },
  read(fields, { draft, texts }) {
    const answer = one(fields, 'reviewedResources');
    if (answer !== 'yes' && answer !== 'no') {
      return wrongFields([{ pointer: '/reviewedResources', message: words(texts).error }]);
    }
    return ok({ draft: { ...draft, reviewedResources: answer === 'yes' } });
  },
  section: 'request',
  rows: (texts, { reviewedResources }) => [['reviewedResources', yesNo(texts, reviewedResources)]],
  sends: ({ reviewedResources }) => ({ reviewedResources }),
  taken: ({ reviewedResources }) => ({ reviewedResources }),
  pointers: ['/reviewedResources'],
};
