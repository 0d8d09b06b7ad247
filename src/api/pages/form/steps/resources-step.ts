import { formText } from '../../../text/form.js';
import { one } from '../../kit/fields.js';
import type { FormStep, StepContext } from '../step.js';
import { suggestedResources } from '../suggested-resources.js';

const text = formText.resources;

export const resourcesStep: FormStep = {
  id: 'resources',
  template: 'pages/form/resources.njk',
  title: text.title,
  fields: ({ reviewedResources }) =>
    reviewedResources === undefined ? {} : { reviewedResources: reviewedResources ? 'yes' : 'no' },
  view: (fields, context) => ({
    suggestions: suggestions(context),
    items: [
      { value: 'yes', text: text.yes, checked: one(fields, 'reviewedResources') === 'yes' },
      {
        value: 'no',
        text: text.no,
        hint: { text: text.noHint },
        checked: one(fields, 'reviewedResources') === 'no',
      },
    ],
  }),
  read(fields, { draft }) {
    const answer = one(fields, 'reviewedResources');
    if (answer !== 'yes' && answer !== 'no') {
      return { ok: false, errors: [{ pointer: '/reviewedResources', message: text.error }] };
    }
    return { ok: true, draft: { ...draft, reviewedResources: answer === 'yes' } };
  },
};

function suggestions({ draft, program }: StepContext) {
  return suggestedResources(draft, program).map(({ title, publisher, url }) => ({
    title,
    publisher: text.by(publisher),
    url: url ?? null,
  }));
}
