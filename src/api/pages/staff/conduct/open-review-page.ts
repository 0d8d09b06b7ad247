import {
  type ReviewOpening,
  reviewOpeningSchema,
} from '../../../../domain/conduct/review-decision.schema.js';
import { GROUNDS } from '../../../../domain/conduct/review-statuses.js';
import { MAX_TEXT } from '../../../../domain/requests/submission.schema.js';
import { ok } from '../../../../domain/result.js';
import { openConductReview } from '../../../../usecases/conduct/open-conduct-review.js';
import type { ReviewView } from '../../../../usecases/conduct/review-view.schema.js';
import type { PersonView } from '../../../../usecases/people/person-view.schema.js';
import { readPerson } from '../../../../usecases/people/read-person.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { leadTo } from '../../kit/elsewhere.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

/** `/staff/conduct/open/:person`: what a review is about, and the evidence. */
export const openReviewPage = (services: AppServices): FormRoutes =>
  staffForm<PersonView, ReviewOpening, ReviewView>(services, {
    name: 'conduct-opened',
    async load({ actor, params }) {
      const person = unwrap(await readPerson(services, actor, uuidParam(params.person)));
      return person.mergedInto ? leadTo(paths.desk('conduct/open/:person', person.mergedInto)) : person;
    },
    form(_person, _standing, { staff }) {
      const { open: t, grounds } = staff.desk.conduct;
      return {
        fields: [
          {
            type: 'radios',
            name: 'grounds',
            legend: t.grounds,
            choices: GROUNDS.map((value) => ({ value, text: grounds[value] })),
            missing: t.groundsMissing,
          },
          { type: 'words', name: 'evidence', rows: 8, most: MAX_TEXT, ...t.evidence },
        ],
        buttons: [{ text: t.button }],
      };
    },
    view(person, _standing, { texts }) {
      const { open: t } = texts.staff.desk.conduct;
      return {
        section: 'conduct',
        title: t.title(person.name),
        lead: [t.lead],
        backLink: { href: paths.desk('requesters/:id', person.id), text: t.back },
      };
    },
    read(fields, { id }) {
      const typed = { personId: id, grounds: one(fields, 'grounds'), evidence: one(fields, 'evidence') };
      const read = reviewOpeningSchema.safeParse(typed);
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (opening, { req, commandId }) => openConductReview(services, req.actor, opening, { commandId }),
    done: ({ id }) => `${paths.desk('conduct/:id', id)}?done=opened`,
  });
