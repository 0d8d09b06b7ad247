import { formText } from '../../../text/form.js';
import { one } from '../../parts/fields.js';
import type { FormStep, StepContext } from '../step.js';

const text = formText.resources;
const MOST_SHOWN = 6;

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

/** Resources on the chosen topics that are meant for this role; most matching topics first. */
function suggestions({
  draft,
  program,
}: StepContext): { title: string; publisher: string; url: string | null }[] {
  const topics = draft.topics ?? [];
  return program.resources
    .filter(
      ({ audience }) => audience.length === 0 || (draft.role !== undefined && audience.includes(draft.role)),
    )
    .map((resource) => ({ resource, matches: resource.topics.filter((id) => topics.includes(id)).length }))
    .filter(({ matches }) => matches > 0)
    .sort((a, b) => b.matches - a.matches)
    .slice(0, MOST_SHOWN)
    .map(({ resource }) => ({
      title: resource.title,
      publisher: text.by(resource.publisher),
      url: resource.url ?? null,
    }));
}
