import { recordCompletion } from '../../../../usecases/completions/record-completion.js';
import type { AppServices } from '../../../app-deps.js';
import { sendersFormId } from '../../kit/command.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import { completionFields, readCompletion } from './completion-form.js';

/** `/staff/completions`: records one by hand. The form's own id makes a second click the same completion. */
export const completionPage = (services: AppServices): FormRoutes =>
  staffForm(services, {
    name: 'completion',
    load: () => services.programs.current().program,
    form: (program, _standing, { staff }) => ({
      fields: completionFields(staff, program),
      buttons: [{ text: staff.desk.completions.save }],
    }),
    view(_program, _standing, { query, texts }) {
      const { completions: t } = texts.staff.desk;
      return {
        section: 'completions',
        title: t.title,
        lead: [t.intro],
        done: query.done === 'recorded' ? t.saved : query.done === 'known' ? t.known : null,
      };
    },
    read: (fields, program, { actor, texts }) =>
      readCompletion(texts, fields, {
        program,
        now: services.clock.now(),
        sourceId: sendersFormId(fields, actor),
      }),
    act: (completion, { req }) => recordCompletion(services, req.actor, completion),
    done: ({ isNew }) => `${staffPaths.desk('completions')}?done=${isNew ? 'recorded' : 'known'}`,
  });
