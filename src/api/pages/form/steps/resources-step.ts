import { ok } from '../../../../domain/result.js';
import { formText } from '../../../text/en/pages/form.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { type FormStep, yesNo } from '../step.js';
import { suggestedResources } from '../suggested-resources.js';

const text = formText.resources;

export const resourcesStep: FormStep = {
  id: 'resources',
  title: text.title,
  // Without any to have looked at, nobody is asked whether they did.
  applies: (draft, program) => suggestedResources(draft, program).length > 0,
  answered: ({ reviewedResources }) => reviewedResources !== undefined,
  above({ draft, program }) {
    const suggestions = suggestedResources(draft, program).map(({ title, publisher, url }) => ({
      title,
      publisher: text.by(publisher),
      url: url ?? null,
    }));
    return suggestions.length > 0 ? { lead: [text.lead], suggestions } : {};
  },
  fields: () => [
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
  ],
  initial: ({ reviewedResources }) =>
    reviewedResources === undefined ? {} : { reviewedResources: reviewedResources ? 'yes' : 'no' },
  read(fields, { draft }) {
    const answer = one(fields, 'reviewedResources');
    if (answer !== 'yes' && answer !== 'no') {
      return wrongFields([{ pointer: '/reviewedResources', message: text.error }]);
    }
    return ok({ draft: { ...draft, reviewedResources: answer === 'yes' } });
  },
  section: 'request',
  rows: ({ reviewedResources }) => [['reviewedResources', yesNo(reviewedResources)]],
  sends: ({ reviewedResources }) => ({ reviewedResources }),
  taken: ({ reviewedResources }) => ({ reviewedResources }),
  pointers: ['/reviewedResources'],
};
