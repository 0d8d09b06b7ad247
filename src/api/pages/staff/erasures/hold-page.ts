import { may } from '../../../../domain/people/permissions.js';
import { MAX_TEXT } from '../../../../domain/requests/submission.schema.js';
import { ok } from '../../../../domain/result.js';
import { holdReasonSchema } from '../../../../usecases/erasure/hold.schema.js';
import {
  type About,
  type HoldView,
  isHeldByPeople,
  liftHold,
  nameOfSubject,
  readHold,
  setHold,
} from '../../../../usecases/erasure/holds.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { type Fields, one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { backLink, holdPath } from './erase-page.js';

interface HoldPage {
  about: About;
  label: string;
  hold: HoldView | null;
  /** Whatever becomes of its own, one of its people's keeps it. */
  keptByPeople: boolean;
}

type Act = { set: string } | 'lift';

/** What a hold kept may be erased once it is lifted; setting one can wait for nothing. */
export const wouldLift = (fields: Fields): boolean => one(fields, 'do') === 'lift';

/** `/staff/holds/request/:id` and `…/person/:id`: a legal hold is set with its reason, or lifted. */
export const holdPage =
  (kind: About['kind']) =>
  (services: AppServices): FormRoutes =>
    staffForm<HoldPage, Act, null>(services, {
      name: 'hold',
      async load({ actor, params }) {
        const about = { kind, id: uuidParam(params.id) };
        const { label } = unwrap(await nameOfSubject(services, actor, about));
        const hold = unwrap(await readHold(services, actor, about));
        const keptByPeople = kind === 'request' && unwrap(await isHeldByPeople(services, actor, about.id));
        return { about, label, hold, keptByPeople };
      },
      form({ hold }, _standing, { staff }) {
        const { hold: t } = staff.desk.erasures;
        return hold
          ? { hidden: { do: 'lift' }, buttons: [{ text: t.lift, style: 'warning' }] }
          : {
              hidden: { do: 'set' },
              fields: [{ type: 'words', name: 'reason', rows: 5, most: MAX_TEXT, ...t.reason }],
              buttons: [{ text: t.set }],
            };
      },
      view({ about, label, hold, keptByPeople }, _standing, { actor, query, texts }) {
        const { hold: t, back } = texts.staff.desk.erasures;
        const { zone } = services.programs.current().program;
        return {
          section: 'erasures',
          title: t.title(label),
          lead: hold
            ? [
                t.stands(
                  texts.dates.shortDateTime(hold.setAt, zone),
                  hold.setBy ?? texts.staff.common.somebody,
                ),
                ...(may(actor, 'holds.set') && hold.reason ? [t.because(hold.reason)] : []),
              ]
            : [t.lead, ...(keptByPeople ? [t.ofPeople] : [])],
          done:
            query.done === 'set'
              ? t.done
              : query.done === 'lifted'
                ? keptByPeople
                  ? t.liftedHere
                  : t.lifted
                : null,
          backLink: backLink(about, back[kind]),
        };
      },
      read(fields): Read<Act> {
        if (wouldLift(fields)) return ok('lift');
        const read = holdReasonSchema.safeParse({ reason: one(fields, 'reason') });
        return read.success ? ok({ set: read.data.reason }) : wrongFields(zodFieldErrors(read.error));
      },
      act(act, { req, page, commandId }) {
        return act === 'lift'
          ? liftHold(services, req.actor, page.about)
          : setHold(services, req.actor, page.about, { reason: act.set, commandId });
      },
      afresh: true,
      done: (_value, { page, fields }) =>
        `${holdPath(page.about)}?done=${one(fields, 'do') === 'lift' ? 'lifted' : 'set'}`,
    });
