import type { Request, RequestHandler, Response } from 'express';
import { registrationSchema } from '../../../domain/calls/registration.schema.js';
import { givenName } from '../../../domain/people/given-name.js';
import type { CallSeries } from '../../../domain/program/call-series.schema.js';
import { callSeriesOf, roleOf } from '../../../domain/program/lookup.js';
import { listed } from '../../../domain/text/listed.js';
import { ownProfile } from '../../../usecases/people/own-profile.js';
import { otherSeriesOf, ownRegistration } from '../../../usecases/registrations/own-registration.js';
import { register } from '../../../usecases/registrations/register.js';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { notFound } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { registrationText as text } from '../../text/call-registration.js';
import { callWords, capitalized } from '../../text/calls.js';
import {
  NO_ERRORS,
  type PageError,
  type PageErrors,
  pageErrors,
  problemErrors,
} from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { attempt } from '../kit/attempt.js';
import { type Fields, fieldsOf, one } from '../kit/fields.js';
import { withOwnWords } from '../kit/with-own-words.js';
import { param } from '../parts/page-deps.js';
import { parseStates, stateName } from '../parts/parse-states.js';
import { roleItems } from './role-items.js';
import { audienceNote, audienceWords, isLegal } from './series-words.js';

/**
 * Registering for a series. Everybody reads first that the address must belong to a Zoom account, then signs in
 * with it: the form takes the address that was proved.
 */
export function registerPage({ services }: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const programOf = () => services.programs.current().program;

  async function render(req: Request, res: Response, fields: Fields, errors: PageErrors, status = 200) {
    const program = programOf();
    const series = seriesOf(req);
    const person = req.actor.kind === 'person' ? req.actor : null;
    const others = await otherSeries(req, series.id);
    res.status(status).render('pages/calls/register.njk', {
      section: 'calls',
      title: text.title(series.title),
      text,
      backLink: paths.calls,
      when: capitalized(callWords(series, program.zone).when),
      audience: text.before.audience(audienceWords(series, program)),
      audienceNote: audienceNote(req.texts, series, program),
      signIn: person ? null : `${paths.signIn}?next=${encodeURIComponent(paths.callRegister(series.id))}`,
      email: person?.email ?? '',
      known: one(fields, 'known') === 'yes',
      others: others.length > 0 ? text.others(listed(others)) : null,
      roles: roleItems(program, one(fields, 'role'), series.audience),
      attest: [
        {
          value: 'yes',
          text: isLegal(series) ? text.attest.legal : text.attest.other,
          checked: one(fields, 'attest') === 'yes',
        },
      ],
      fields,
      errors,
    });
  }

  /** Titles of what they are in already, whose registration a change made here may put back. */
  async function otherSeries(req: Request, seriesId: string): Promise<string[]> {
    const ids = await otherSeriesOf(services, req.actor, seriesId);
    return ids.map((id) => callSeriesOf(programOf(), id)?.title ?? id);
  }

  function seriesOf(req: Request): CallSeries {
    const series = callSeriesOf(programOf(), param(req, 'series'));
    if (!series) throw notFound();
    return series;
  }

  return {
    async show(req, res) {
      const { actor } = req;
      if (actor.kind === 'user') return res.redirect(303, paths.calls);
      if (actor.kind !== 'person') return render(req, res, {}, NO_ERRORS);
      const row = await ownRegistration(services, actor, seriesOf(req).id);
      const person = row ?? (await ownProfile(services, actor));
      const fields: Fields = {
        name: row?.name ?? givenName(person?.name ?? actor.name, actor.email),
        // Made by a sign-in alone, the role is only a placeholder.
        role:
          row && !row.sealedRole
            ? row.role
            : person?.role === 'other-professional'
              ? ''
              : (person?.role ?? ''),
        licensedIn: (person?.licensedIn ?? []).map(stateName).join(', '),
        employer: row?.employer ?? '',
        known: row ? 'yes' : '',
      };
      render(req, res, fields, NO_ERRORS);
    },
    async send(req, res) {
      const { actor } = req;
      const series = seriesOf(req);
      if (actor.kind !== 'person') return res.redirect(303, paths.callRegister(series.id));
      const fields = fieldsOf(req.body);
      const read = readRegistration(fields, { series: series.id, email: actor.email });
      if (!read.ok) return render(req, res, fields, pageErrors(req.texts, read.errors), 422);
      if (!roleOf(programOf(), read.registration.role)) {
        const errors = pageErrors(req.texts, [{ pointer: '/role', message: text.errors.role }]);
        return render(req, res, fields, errors, 422);
      }
      const done = await attempt(services, 'call-registration', 'try-again-typed-kept', () =>
        register(services, actor, read.registration),
      );
      if (done.ok) return res.redirect(303, `${paths.myCalls}?done=registered`);
      render(req, res, fields, problemErrors(req.texts, done.problem), statusOf(done.problem.code));
    },
  };
}

/** What was typed, as a registration. An empty employer or state is taken: it becomes a reason to look at. */
export function readRegistration(fields: Fields, fixed: { series: string; email: string }) {
  const licensed = parseStates(one(fields, 'licensedIn'));
  const read = registrationSchema.safeParse({
    ...fixed,
    name: one(fields, 'name'),
    role: one(fields, 'role'),
    licensedIn: licensed.codes,
    employer: one(fields, 'employer').trim() || undefined,
    activelyPracticing: one(fields, 'attest') === 'yes' ? true : undefined,
  });
  const errors: PageError[] = read.success
    ? []
    : withOwnWords(zodFieldErrors(read.error), fields, text.errors);
  if (licensed.unknown.length > 0) {
    errors.push({ pointer: '/licensedIn', message: text.unknownState(licensed.unknown.join(', ')) });
  }
  if (one(fields, 'attest') !== 'yes') errors.push({ pointer: '/attest', message: text.errors.attest });
  if (!read.success || errors.length > 0) return { ok: false as const, errors };
  return { ok: true as const, registration: read.data };
}
