import { givenName } from '../../../../domain/people/given-name.js';
import { isLicensed } from '../../../../domain/program/lookup.js';
import { requesterSchema } from '../../../../domain/requests/submission.schema.js';
import { ok } from '../../../../domain/result.js';
import type { Texts } from '../../../text/texts.js';
import type { PageError } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { parseStates, stateChoices, stateName } from '../../parts/parse-states.js';
import { type CheckRow, type FormStep, type StepContext, yesNo } from '../step.js';

const words = ({ requester }: Texts) => requester.form.details;
const schema = requesterSchema.omit({ role: true });

export const detailsStep: FormStep = {
  id: 'details',
  title: (texts) => words(texts).title,
  answered: ({ details }) => details !== undefined,
  fields({ actor, draft, program, texts }) {
    const text = words(texts);
    const license: Field = {
      type: 'line',
      name: 'licensedIn',
      label: text.licensedIn,
      size: 'regular',
      hint: text.licensedInHint,
      spellcheck: false,
    };
    return [
      {
        type: 'line',
        name: 'name',
        label: text.name,
        size: 'regular',
        autocomplete: 'name',
        spellcheck: false,
        missing: text.errors.name,
      },
      addressField(actor, texts),
      {
        type: 'line',
        name: 'organization',
        label: text.organization,
        size: 'regular',
        hint: text.organizationHint,
        autocomplete: 'organization',
      },
      {
        type: 'select',
        name: 'state',
        label: text.state,
        size: 'regular',
        choices: stateChoices(text.chooseState),
        autocomplete: 'address-level1',
      },
      ...(isLicensed(program, draft.role) ? [license] : []),
      {
        type: 'radios',
        name: 'ovcGrantee',
        legend: text.ovcGrantee,
        inline: true,
        choices: [
          { value: 'yes', text: text.yes },
          { value: 'no', text: text.no },
        ],
        missing: text.errors.ovcGrantee,
      },
    ];
  },
  initial({ details }, { actor }) {
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
  read(fields, { draft, actor, program, texts }) {
    const text = words(texts);
    const licensed = parseStates(isLicensed(program, draft.role) ? one(fields, 'licensedIn') : '');
    const ovc = one(fields, 'ovcGrantee');
    const read = schema.safeParse({
      name: one(fields, 'name'),
      email: actor.kind === 'person' ? actor.email : one(fields, 'email'),
      organization: one(fields, 'organization').trim() || undefined,
      state: one(fields, 'state') || undefined,
      licensedIn: licensed.codes,
      ovcGrantee: ovc === 'yes',
    });
    const errors: PageError[] = read.success ? [] : zodFieldErrors(read.error);
    if (licensed.unknown.length > 0) {
      errors.push({ pointer: '/licensedIn', message: text.unknownState(licensed.unknown.join(', ')) });
    }
    if (ovc !== 'yes' && ovc !== 'no')
      errors.push({ pointer: '/ovcGrantee', message: text.errors.ovcGrantee });
    if (!read.success || errors.length > 0) return wrongFields(errors);
    return ok({ draft: { ...draft, details: read.data } });
  },
  section: 'you',
  rows: (texts, { details, role }, program, address) => [
    ['name', details?.name],
    ['email', details && address(details.email)],
    ['organization', details?.organization],
    ['state', details?.state && stateName(details.state)],
    ...(isLicensed(program, role)
      ? [['licensedIn', details?.licensedIn.map(stateName).join(', ')] satisfies CheckRow]
      : []),
    ['ovcGrantee', yesNo(texts, details?.ovcGrantee)],
  ],
  sends: ({ details, role }) => ({ requester: { ...details, role } }),
  taken({ requester: { role: _role, ...details } }) {
    return { details };
  },
  pointers: ['/requester'],
};

/** Who is signed in has proved an address; another one would need a proof of its own. */
function addressField(actor: StepContext['actor'], texts: Texts): Field {
  const text = words(texts);
  if (actor.kind === 'person') {
    return { type: 'fixed', label: text.email, value: actor.email, hint: text.emailFixed };
  }
  return {
    type: 'line',
    name: 'email',
    label: text.email,
    size: 'regular',
    hint: text.emailHint,
    email: true,
    autocomplete: 'email',
    spellcheck: false,
    missing: text.errors.email,
  };
}
