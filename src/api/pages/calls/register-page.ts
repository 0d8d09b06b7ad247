import type { Request, RequestHandler } from 'express';
import { registrationSchema } from '../../../domain/calls/registration.schema.js';
import { givenName } from '../../../domain/people/given-name.js';
import type { CallSeries } from '../../../domain/program/call-series.schema.js';
import { callSeriesOf, roleOf } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { ok } from '../../../domain/result.js';
import { ownProfile } from '../../../usecases/people/own-profile.js';
import { otherSeriesOf, ownRegistration } from '../../../usecases/registrations/own-registration.js';
import { register } from '../../../usecases/registrations/register.js';
import type { AppDeps } from '../../app-deps.js';
import { notFound } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { PageError, Read } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { leadTo } from '../kit/elsewhere.js';
import { type Fields, one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';
import { parseStates, stateName } from '../parts/parse-states.js';
import { audienceNote, audienceWords, isLegal } from './series-words.js';
import { whoFields } from './who-fields.js';

type Registration = Extract<ReturnType<typeof readRegistration>, { ok: true }>['value'];

/** Who registers, and what is known of them; null: nobody who has signed in. */
interface Registrant {
  email: string;
  /** They have registered before. */
  known: boolean;
  /** Titles of what they are in already, whose registration a change made here may put back. */
  others: string[];
  fields: Fields;
}

/**
 * Registering for a series. Everybody reads first that the address must belong to a Zoom account, then signs in
 * with it: the form takes the address that was proved.
 */
export function registerPage({ services }: AppDeps): Record<'show' | 'send', RequestHandler> {
  const programOf = () => services.programs.current().program;
  return formPage(services, {
    name: 'call-registration',
    unavailable: 'try-again-typed-kept',
    async load(req) {
      const series = callSeriesOf(programOf(), param(req, 'series'));
      if (!series) throw notFound();
      if (req.method === 'POST' && req.actor.kind !== 'person') return leadTo(paths.callRegister(series.id));
      if (req.actor.kind === 'user') return leadTo(paths.calls);
      return { series, registrant: await registrantOf(req, series) };
    },
    form: ({ series, registrant }, _standing, texts) =>
      registrant && registrationForm(texts, series, registrant, programOf()),
    view({ series, registrant }, _standing, { texts }) {
      const text = texts.calls.registration;
      const program = programOf();
      return {
        template: 'pages/calls/register.njk',
        section: 'calls',
        title: text.title(series.title),
        text,
        backLink: paths.calls,
        when: texts.calls.callWords(series, program.zone).whenAlone,
        audience: text.before.audience(audienceWords(series, program)),
        audienceNote: audienceNote(texts, series, program),
        signIn: `${paths.signIn}?next=${encodeURIComponent(paths.callRegister(series.id))}`,
        known: registrant?.known,
        others:
          registrant && registrant.others.length > 0 ? text.others(texts.listed(registrant.others)) : null,
      };
    },
    read: (fields, { series, registrant }, { texts }) =>
      readRegistration(texts, fields, { series: series.id, email: registrant?.email ?? '' }, programOf()),
    async act(registration: Registration, { req }) {
      const { actor } = req;
      if (actor.kind !== 'person') throw notFound();
      return register(services, actor, registration);
    },
    done: () => `${paths.myCalls}?done=registered`,
  });

  async function registrantOf({ actor }: Request, series: CallSeries): Promise<Registrant | null> {
    if (actor.kind !== 'person') return null;
    const row = await ownRegistration(services, actor, series.id);
    const person = await ownProfile(services, actor);
    const others = await otherSeriesOf(services, actor, series.id);
    // Made by a sign-in alone, the role is only a placeholder.
    const role = person?.role === 'other-professional' ? '' : (person?.role ?? '');
    return {
      email: actor.email,
      known: row !== null,
      others: others.map((id) => callSeriesOf(programOf(), id)?.title ?? id),
      fields: {
        name: row?.name ?? givenName(person?.name ?? actor.name, actor.email),
        role: row && !row.sealedRole ? row.role : role,
        licensedIn: (person?.licensedIn ?? []).map(stateName).join(', '),
        employer: row?.employer ?? '',
      },
    };
  }
}

function registrationForm(
  texts: Texts,
  series: CallSeries,
  { email, fields }: Registrant,
  program: Program,
): Form {
  const text = texts.calls.registration;
  return {
    fields: [
      ...whoFields(texts, text, { email, series, program }),
      {
        type: 'line',
        name: 'licensedIn',
        label: text.licensedIn,
        hint: text.licensedInHint,
        spellcheck: false,
      },
      {
        type: 'line',
        name: 'employer',
        label: text.employer,
        hint: text.employerHint,
        autocomplete: 'organization',
      },
      {
        type: 'checkboxes',
        name: 'attest',
        legend: text.attest.legend,
        choices: [{ value: 'yes', text: isLegal(series) ? text.attest.legal : text.attest.other }],
        missing: text.errors.attest,
      },
    ],
    initial: fields,
    buttons: [{ text: text.send }],
  };
}

/** What was typed, as a registration. An empty employer or state is taken: it becomes a reason to look at. */
function readRegistration(
  texts: Texts,
  fields: Fields,
  fixed: { series: string; email: string },
  program: Program,
) {
  const text = texts.calls.registration;
  const licensed = parseStates(one(fields, 'licensedIn'));
  const read = registrationSchema.safeParse({
    ...fixed,
    name: one(fields, 'name'),
    role: one(fields, 'role'),
    licensedIn: licensed.codes,
    employer: one(fields, 'employer').trim() || undefined,
    activelyPracticing: one(fields, 'attest') === 'yes' ? true : undefined,
  });
  const errors: PageError[] = read.success ? [] : zodFieldErrors(read.error);
  if (licensed.unknown.length > 0) {
    errors.push({ pointer: '/licensedIn', message: text.unknownState(licensed.unknown.join(', ')) });
  }
  if (read.success && !roleOf(program, read.data.role)) {
    errors.push({ pointer: '/role', message: text.errors.role });
  }
  const registration: Read<typeof read.data & object> =
    read.success && errors.length === 0 ? ok(read.data) : wrongFields(errors);
  return registration;
}
