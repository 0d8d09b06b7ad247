import type { Response } from 'express';
import type { AppServices } from '../../app-deps.js';
import type { Form } from '../kit/form.js';
import { type FormPage, type FormRoutes, formPage, type PageView, type Render } from '../kit/form-page.js';
import type { FormView } from '../kit/form-view.js';
import { showForm } from '../kit/show-form.js';
import { renderStaff, type StaffPage } from './staff-page.js';

type StaffFormPage<Page, Input, Value> = Omit<FormPage<Page, Input, Value>, 'unavailable' | 'view'> & {
  view(...args: Parameters<FormPage<Page, Input, Value>['view']>): StaffView | Promise<StaffView>;
};
type StaffView = PageView & Pick<StaffPage, 'section'>;

const render: Render = (res, { template, ...page }) =>
  renderStaff(res, template, page as unknown as StaffPage);

/** A staff page with a form; without a template of its own it is heading, `lead` and the form. */
export function staffForm<Page, Input, Value>(
  services: Pick<AppServices, 'log'>,
  sheet: StaffFormPage<Page, Input, Value>,
): FormRoutes {
  return formPage(
    services,
    { unavailable: 'try-again-decision', ...sheet },
    { render, template: 'parts/form-page.njk', dense: true },
  );
}

/** A form on a staff page that is about something else. */
export const staffButtons = (res: Response, form: Form): FormView => showForm(res, { dense: true, ...form });
