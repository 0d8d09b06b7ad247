import type { RequestHandler } from 'express';
import type { Services } from '../../../../ports/services.js';
import { readHighVolume, setHighVolume } from '../../../../usecases/settings/high-volume.js';
import { unwrap } from '../../../http/unwrap.js';
import { settingsText as text } from '../../../text/staff-admin.js';
import { NO_ERRORS, pageErrors } from '../../../views/page-errors.js';
import type { Field } from '../decide/decision-form.js';
import { textsOf } from '../parts/date-parts.js';
import { fieldView } from '../parts/field-view.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';

const FIELD: Field = {
  type: 'radios',
  name: 'highVolume',
  legend: text.legend,
  choices: [
    { value: 'on', text: text.on },
    { value: 'off', text: text.off },
  ],
};

/** `/staff/settings`: the switch for high volume. */
export function settingsPage(services: Services): RequestHandler {
  return async (req, res) => {
    const sent = req.method === 'POST' ? textsOf(req.body, ['highVolume']) : null;
    const chosen = sent?.highVolume;
    if (chosen === 'on' || chosen === 'off') {
      unwrap(await setHighVolume(services, req.actor, { on: chosen === 'on' }));
      return res.redirect(303, `${staffPaths.settings}?done=saved`);
    }
    const current = unwrap(await readHighVolume(services, req.actor));
    const values = { highVolume: current.on ? 'on' : 'off' };
    renderStaff(res, 'settings/settings.njk', {
      section: 'settings',
      title: text.title,
      heading: text.heading,
      intro: text.intro(current.threshold),
      volumeNow: text.now(current.openRequests, current.highVolume),
      fields: [fieldView(FIELD, values)],
      values,
      button: text.save,
      done: req.query.done === 'saved' ? text.saved : null,
      errors: sent ? pageErrors(req.texts, [{ pointer: '/highVolume', message: text.missing }]) : NO_ERRORS,
      status: sent ? 422 : 200,
    });
  };
}
