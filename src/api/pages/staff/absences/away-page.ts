import type { AbsenceOpening } from '../../../../domain/absences/absence.schema.js';
import { absenceOpeningSchema } from '../../../../domain/absences/absence.schema.js';
import { may } from '../../../../domain/people/permissions.js';
import { ok } from '../../../../domain/result.js';
import type { AbsenceView } from '../../../../usecases/absences/absence-view.schema.js';
import { listAbsences } from '../../../../usecases/absences/list-absences.js';
import { maySet } from '../../../../usecases/absences/read-absence.js';
import { setAbsence } from '../../../../usecases/absences/set-absence.js';
import { activeColleagues, type Colleague } from '../../../../usecases/people/colleagues.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { type StaffUser, staffUser } from '../require-staff.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import { initialTerms, readTerms, TERM_IDS, type Term, termFields } from './absence-form.js';

interface AwayPage {
  me: StaffUser;
  staff: Colleague[];
  absences: AbsenceView[];
  older: string | null;
  ended: boolean;
}

const TERMS: readonly Term[] = ['firstDay', 'lastDay', 'standIn', 'work', 'takeBack'];

/** `/staff/away`: who is away and who stands in; one's own time away, or for whoever hands over work a colleague's. */
export const awayPage = (services: AppServices): FormRoutes =>
  staffForm<AwayPage, AbsenceOpening, AbsenceView>(services, {
    name: 'time-away',
    async load({ actor, query }) {
      const me = staffUser(actor);
      const ended = query.state === 'ended';
      const cursor = typeof query.cursor === 'string' ? { cursor: query.cursor } : {};
      const state = ended ? 'ended' : 'live';
      const { items, nextCursor } = unwrap(await listAbsences(services, me, { state, limit: 50, ...cursor }));
      const staff = unwrap(await activeColleagues(services, me));
      return { me, staff, absences: items, older: nextCursor, ended };
    },
    form({ me, staff }, _standing, texts) {
      const { away: t } = texts.staff.desk;
      const { roles } = texts.staff;
      const forOthers = may(me, 'work.reassign');
      const own = staff.find(({ id }) => id === me.id);
      return {
        fields: [
          ...(forOthers
            ? [
                {
                  type: 'select' as const,
                  name: 'person',
                  label: t.fields.person,
                  choices: staff.map(({ email, name, role }) => ({
                    value: email,
                    text: `${name} (${roles[role] ?? role})`,
                  })),
                },
              ]
            : []),
          ...termFields(texts, TERMS, forOthers ? { staff } : { staff, without: me.id, role: own?.role }),
        ],
        initial: { person: me.email, ...initialTerms({ work: 'all', takeBack: true }) },
        buttons: [{ text: t.set }],
      };
    },
    view(page, _standing, { query, texts }) {
      const { away: t } = texts.staff.desk;
      const here = staffPaths.desk('away');
      return {
        template: 'absences/away.njk',
        section: 'away',
        title: t.title,
        text: t,
        done: doneWith(texts, query.done),
        tabs: [
          { text: t.live, href: here, active: !page.ended },
          { text: t.ended, href: `${here}?state=ended`, active: page.ended },
        ],
        rows: page.absences.map((absence) => rowOf(texts, page.me, absence, services.clock.now())),
        older:
          page.older &&
          `${here}?state=${page.ended ? 'ended' : 'live'}&cursor=${encodeURIComponent(page.older)}`,
      };
    },
    read(fields, { me }, { texts }): Read<AbsenceOpening> {
      const { typed, errors } = readTerms(texts, fields, TERMS);
      if (errors.length > 0) return wrongFields(errors);
      const person = may(me, 'work.reassign') ? one(fields, 'person') : me.email;
      const read = absenceOpeningSchema.safeParse({ ...typed, person });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (opening, { req, commandId }) => setAbsence(services, req.actor, opening, { commandId }),
    ids: TERM_IDS,
    afresh: true,
    done: () => `${staffPaths.desk('away')}?done=set`,
  });

function doneWith(texts: Texts, done: unknown): string | null {
  const { done: said } = texts.staff.desk.away;
  return typeof done === 'string' && Object.hasOwn(said, done) ? said[done as keyof typeof said] : null;
}

function rowOf(texts: Texts, me: StaffUser, absence: AbsenceView, now: Date) {
  const { away: t } = texts.staff.desk;
  const { id, person, standIn, firstDay, lastDay, work, takeBack, status } = absence;
  const at = now.toISOString();
  const isAway =
    (status === 'planned' || status === 'under-way') && absence.beginsAt <= at && absence.returnsAt > at;
  return {
    name: person.id === me.id ? t.you(person.name) : person.name,
    status: isAway ? t.statuses['under-way'] : t.statuses[status],
    days: t.days(texts.dates.date(firstDay), texts.dates.date(lastDay)),
    standIn: standIn?.name ?? t.nobody,
    alarm: standIn === null,
    work: [t.work[work].text, ...(work !== 'mails' && takeBack ? [t.comesBack] : [])],
    change:
      (status === 'planned' || status === 'under-way') && maySet(me, person.id)
        ? staffPaths.desk('away/:id', id)
        : null,
  };
}
