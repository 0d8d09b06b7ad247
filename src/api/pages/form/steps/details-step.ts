import { givenName } from '../../../../domain/people/given-name.js';
import { requesterSchema } from '../../../../domain/requests/submission.schema.js';
import { formText } from '../../../text/form.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import { withOwnWords } from '../../kit/with-own-words.js';
import { parseStates, stateName, stateOptions } from '../../parts/parse-states.js';
import type { FormStep } from '../step.js';

const text = formText.details;
const schema = requesterSchema.omit({ role: true });

export const detailsStep: FormStep = {
  id: 'details',
  template: 'pages/form/details.njk',
  title: text.title,
  fields(draft, { actor }) {
    const { details } = draft;
    if (details) {
      return {
        name: details.name,
        email: details.email,
        organization: details.organization ?? '',
        state: details.state ?? '',
        licensedIn: details.licensedIn.map(stateName).join(', '),
        ovcGrantee: details.ovcGrantee ? 'yes' : 'no',
      };
    }
    return actor.kind === 'person' ? { name: givenName(actor.name, actor.email), email: actor.email } : {};
  },
  view: (fields, { actor }) => ({
    states: stateOptions(one(fields, 'state')),
    // Who is signed in has proved this address; another one would need a proof of its own.
    fixedEmail: actor.kind === 'person' ? actor.email : null,
    ovc: [
      { value: 'yes', text: text.yes, checked: one(fields, 'ovcGrantee') === 'yes' },
      { value: 'no', text: text.no, checked: one(fields, 'ovcGrantee') === 'no' },
    ],
  }),
  read(fields, { draft, actor }) {
    const licensed = parseStates(one(fields, 'licensedIn'));
    const ovc = one(fields, 'ovcGrantee');
    const read = schema.safeParse({
      name: one(fields, 'name'),
      email: actor.kind === 'person' ? actor.email : one(fields, 'email'),
      organization: one(fields, 'organization').trim() || undefined,
      state: one(fields, 'state') || undefined,
      licensedIn: licensed.codes,
      ovcGrantee: ovc === 'yes',
    });
    const errors = read.success ? [] : withOwnWords(zodFieldErrors(read.error), fields, text.errors);
    if (licensed.unknown.length > 0) {
      errors.push({ pointer: '/licensedIn', message: text.unknownState(licensed.unknown.join(', ')) });
    }
    if (ovc !== 'yes' && ovc !== 'no')
      errors.push({ pointer: '/ovcGrantee', message: text.errors.ovcGrantee });
    if (!read.success || errors.length > 0) return { ok: false, errors };
    return { ok: true, draft: { ...draft, details: read.data } };
  },
};
