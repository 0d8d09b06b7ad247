import type { AbsenceOpening } from '../../../../domain/absences/absence.schema.js';
import { absenceOpeningSchema } from '../../../../domain/absences/absence.schema.js';
import { may } from '../../../../domain/people/permissions.js';
import { ok } from '../../../../domain/result.js';
import type { AbsenceView } from '../../../../usecases/absences/absence-view.schema.js';
import { listAbsences } from '../../../../usecases/absences/list-absences.js';
import { maySet } from '../../../../usecases/absences/read-absence.js';
import { setAbsence } from '../../../../usecases/absences/set-absence.js';
import { type MayStandIn, whoMayStandIn } from '../../../../usecases/absences/who-may-stand-in.js';
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
  /** Whose time away is set. */
  person: { id: string; name: string; email: string };
  standIns: MayStandIn[];
  /** Whom one sets it for; empty: oneself alone. */
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
      const staff = may(me, 'work.reassign') ? unwrap(await activeColleagues(services, me)) : [];
      const person = staff.find(({ id }) => id === query.for) ?? me;
      const { standIns } = unwrap(await whoMayStandIn(services, me, { personId: person.id }));
      return { me, person, standIns, staff, absences: items, older: nextCursor, ended };
    },
    form({ me, person, standIns }, _standing, texts) {
      const { away: t } = texts.staff.desk;
      return {
        ...(person.id === me.id ? {} : { action: `${staffPaths.desk('away')}?for=${person.id}` }),
        hidden: { person: person.email },
        fields: termFields(texts, TERMS, standIns),
        initial: initialTerms({ work: 'all', takeBack: true }),
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
        here,
        whose: page.person.id === page.me.id ? null : t.isAway(page.person.name),
        people: page.staff.map(({ id, name, role }) => ({
          id,
          text: `${name} (${texts.staff.roles[role] ?? role})`,
          chosen: id === page.person.id,
        })),
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
