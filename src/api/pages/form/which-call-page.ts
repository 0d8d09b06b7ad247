import type { RequestHandler } from 'express';
import { callFor, roleOf } from '../../../domain/program/lookup.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { NO_ERRORS, pageErrors } from '../../views/page-errors.js';

/** Which call is open to whom. The role comes in the address and is kept nowhere. */
export function whichCallPage({ services }: AppDeps): RequestHandler {
  return (req, res) => {
    const text = req.texts.requester.whichCall;
    const { program } = services.programs.current();
    const asked = typeof req.query.role === 'string';
    const id = asked ? String(req.query.role) : '';
    const role = roleOf(program, id);
    const call = role ? callFor(program, role.id) : null;
    const errors =
      asked && !role ? pageErrors(req.texts, [{ pointer: '/role', message: text.error }]) : NO_ERRORS;
    res.status(errors.summary.length > 0 ? 422 : 200).render('pages/form/which-call.njk', {
      section: 'form',
      title: text.title,
      text,
      backLink: paths.form.start,
      items: program.roles.map(({ id: value, label }) => ({ value, text: label, checked: value === id })),
      answer: role
        ? { role: role.label, call: call ? req.texts.calls.callWords(call, program.zone) : null }
        : null,
      errors,
    });
  };
}
