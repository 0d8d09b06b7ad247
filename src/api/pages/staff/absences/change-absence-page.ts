import { type AbsenceDecision, absenceDecisionSchema } from '../../../../domain/absences/absence.schema.js';
import type { AbsenceDecisionKind } from '../../../../domain/absences/absence-decisions.js';
import { absenceWorkflowId } from '../../../../domain/absences/workflow-id.js';
import { ok } from '../../../../domain/result.js';
import type { AbsenceView } from '../../../../usecases/absences/absence-view.schema.js';
import { decideOnAbsence, offeredOn } from '../../../../usecases/absences/decide-on-absence.js';
import { readAbsence } from '../../../../usecases/absences/read-absence.js';
import { type MayStandIn, whoMayStandIn } from '../../../../usecases/absences/who-may-stand-in.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { leadTo } from '../../kit/elsewhere.js';
import { one, versionSeen } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { heldUpNotice } from '../held-up-notice.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import { initialTerms, readTerms, TERM_IDS, type Term, termFields } from './absence-form.js';

interface ChangePage {
  absence: AbsenceView;
  offered: AbsenceDecisionKind[];
  standIns: MayStandIn[];
}

/** What has happened stays: its first day, and what was done with the work. */
const termsOf = ({ status }: AbsenceView): readonly Term[] =>
  status === 'planned'
    ? ['firstDay', 'lastDay', 'standIn', 'work', 'takeBack']
    : ['lastDay', 'standIn', 'takeBack'];

/** `/staff/away/:id`: another day, another stand-in; taken back, or ended early. */
export const changeAbsencePage = (services: AppServices): FormRoutes =>
  staffForm<ChangePage, AbsenceDecision, AbsenceView>(services, {
    name: 'time-away-changed',
    async load({ actor, params }) {
      const id = uuidParam(params.id);
      const absence = unwrap(await readAbsence(services, actor, id));
      return {
        absence,
        offered: unwrap(await offeredOn(services, actor, id)),
        ...unwrap(await whoMayStandIn(services, actor, { personId: absence.person.id, days: absence })),
      };
    },
    closed: ({ offered }) => (offered.length === 0 ? leadTo(staffPaths.desk('away')) : null),
    form({ absence, standIns, offered }, _standing, texts) {
      const { away: t } = texts.staff.desk;
      const over = offered.find((kind) => kind !== 'change');
      return {
        hidden: { seen: String(absence.version) },
        fields: termFields(texts, termsOf(absence), standIns),
        initial: initialTerms(absence),
        buttons: [
          { text: t.save, name: 'do', value: 'change' },
          ...(over
            ? [
                {
                  text: t.over[over === 'end' ? 'end' : 'cancel'],
                  name: 'do',
                  value: over,
                  style: 'warning' as const,
                },
              ]
            : []),
        ],
        cancel: { href: staffPaths.desk('away'), text: t.back },
      };
    },
    async view({ absence }, _standing, req) {
      const { texts } = req;
      const { away: t } = texts.staff.desk;
      const days = t.days(texts.dates.date(absence.firstDay), texts.dates.date(absence.lastDay));
      return {
        section: 'away',
        heldUp: await heldUpNotice(
          services,
          req,
          absenceWorkflowId(absence.id),
          services.programs.current().program.zone,
        ),
        title: t.changeTitle(absence.person.name),
        lead: [days, absence.status === 'planned' ? t.beforeLead : t.meanwhileLead],
        backLink: { href: staffPaths.desk('away'), text: t.back },
      };
    },
    read(fields, { absence }, { texts }): Read<AbsenceDecision> {
      const pressed = one(fields, 'do');
      if (pressed === 'end' || pressed === 'cancel') return ok({ kind: pressed });
      const { typed, errors } = readTerms(texts, fields, termsOf(absence));
      if (errors.length > 0) return wrongFields(errors);
      const read = absenceDecisionSchema.safeParse({ kind: 'change', ...typed });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act(decision, { req, page, fields, commandId }) {
      const ifMatch = versionSeen(fields);
      return decideOnAbsence(services, req.actor, page.absence.id, decision, { commandId, ifMatch });
    },
    ids: TERM_IDS,
    afresh: true,
    done: (_absence, { fields }) => {
      const pressed = one(fields, 'do');
      return `${staffPaths.desk('away')}?done=${pressed === 'end' || pressed === 'cancel' ? pressed : 'change'}`;
    },
  });
