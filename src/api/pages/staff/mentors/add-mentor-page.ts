import { type MentorInvitation, mentorInvitationSchema } from '../../../../domain/mentors/mentor.schema.js';
import { ok } from '../../../../domain/result.js';
import { inviteMentor } from '../../../../usecases/mentors/invite-mentor.js';
import type { MentorView } from '../../../../usecases/mentors/mentor-view.schema.js';
import type { AppServices } from '../../../app-deps.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { readTerms, termsFields } from './terms-form.js';

/** `/staff/mentors/add`: whom to ask, for what. */
export const addMentorPage = (services: AppServices): FormRoutes =>
  staffForm<Record<string, never>, MentorInvitation, MentorView>(services, {
    name: 'mentor-invited',
    load: () => ({}),
    form(_page, _standing, texts) {
      const { add: t } = texts.staff.desk.mentors;
      const { email, name, role } = t;
      return {
        fields: [
          {
            ...{ type: 'line', name: 'email', label: email.label, missing: email.missing, email: true },
            ...{ autocomplete: 'off', spellcheck: false },
          },
          { type: 'line', name: 'name', ...name, autocomplete: 'off', spellcheck: false },
          {
            ...{ type: 'select', name: 'role', label: role.label, hint: role.hint },
            choices: [
              { value: '', text: role.unknown },
              ...services.programs
                .current()
                .program.roles.map(({ id, label }) => ({ value: id, text: label })),
            ],
          },
          ...termsFields(texts, services.programs.current().program),
        ],
        initial: { capacity: '1' },
        buttons: [{ text: t.button }],
        cancel: { text: texts.staff.desk.mentors.back, href: paths.desk('mentors') },
      };
    },
    view(_page, _standing, { texts }) {
      const { add: t, back } = texts.staff.desk.mentors;
      return {
        section: 'mentors',
        title: t.title,
        lead: [t.lead],
        backLink: { href: paths.desk('mentors'), text: back },
      };
    },
    read(fields, _page, { texts }) {
      const { typed, errors } = readTerms(texts, fields);
      const read = mentorInvitationSchema.safeParse({
        ...typed,
        email: one(fields, 'email'),
        name: one(fields, 'name') || undefined,
        role: one(fields, 'role') || undefined,
      });
      const all = [...errors, ...(read.success ? [] : zodFieldErrors(read.error))];
      return read.success && all.length === 0 ? ok(read.data) : wrongFields(all);
    },
    act: (invitation, { req, commandId }) => inviteMentor(services, req.actor, invitation, { commandId }),
    done: ({ id }) => `${paths.desk('mentors/:id', id)}?done=invite-again`,
  });
