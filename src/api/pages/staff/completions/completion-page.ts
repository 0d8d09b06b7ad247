import { recordCompletion } from '../../../../usecases/completions/record-completion.js';
import type { AppServices } from '../../../app-deps.js';
import { completionsText as text } from '../../../text/en/pages/staff-admin.js';
import { sendersFormId } from '../../kit/command.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import { completionFields, readCompletion } from './completion-form.js';

/** `/staff/completions`: records one by hand. The form's own id makes a second click the same completion. */
export const completionPage = (services: AppServices) =>
  staffForm(services, {
    name: 'completion',
    load: () => services.programs.current().program,
    form: (program) => ({ fields: completionFields(program), buttons: [{ text: text.save }] }),
    view: (_program, _standing, { query }) => ({
      section: 'completions',
      title: text.title,
      lead: [text.intro],
      done: query.done === 'recorded' ? text.saved : query.done === 'known' ? text.known : null,
    }),
    read: (fields, program, { actor }) =>
      readCompletion(fields, { program, now: services.clock.now(), sourceId: sendersFormId(fields, actor) }),
    act: (completion, { req }) => recordCompletion(services, req.actor, completion),
    done: ({ created }) => `${staffPaths.completions}?done=${created ? 'recorded' : 'known'}`,
  });
