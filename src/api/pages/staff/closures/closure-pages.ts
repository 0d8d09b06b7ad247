import type { Request } from 'express';
import { may } from '../../../../domain/people/permissions.js';
import { ok } from '../../../../domain/result.js';
import { createZone } from '../../../../domain/time/zone.js';
import {
  type ClosureChange,
  type ClosureInput,
  type ClosureView,
  closureSchema,
} from '../../../../usecases/closures/closure.schema.js';
import { cancelledCallsOn } from '../../../../usecases/closures/closure-calls.js';
import { enterClosure } from '../../../../usecases/closures/enter-closure.js';
import { listClosures } from '../../../../usecases/closures/list-closures.js';
import { removeClosure } from '../../../../usecases/closures/remove-closure.js';
import type { AppServices } from '../../../app-deps.js';
import { notFound, unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { dateFields } from '../../kit/date-field.js';
import { showInstead } from '../../kit/elsewhere.js';
import { one } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes, Standing } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { closureFields, readClosure } from './closure-form.js';

// Closures: the list with its form, then a preview of whom a new one moves, then the closure.

/** The list, with the form for another one. POST, from the preview: the closure. */
export const closuresPage = (services: AppServices): FormRoutes => ({
  show: previewPage(services).show,
  send: addPage(services).send,
});

/** The list, with the form for another one; what is typed into that is previewed first. */
function listOf(services: AppServices) {
  return {
    load: async ({ actor }: Request) => ({
      closures: unwrap(await listClosures(services, actor)),
      mayEdit: may(actor, 'closures.edit'),
    }),
    view({ closures, mayEdit }: ListPage, _standing: Standing, { query, texts }: Request) {
      const { closures: text } = texts.staff.desk;
      const zone = createZone(services.programs.current().program.zone);
      const today = zone.dateOf(services.clock.now().toISOString());
      const asked = typeof query.done === 'string' ? query.done : '';
      return {
        template: 'closures/closures.njk',
        section: 'closures' as const,
        title: text.title,
        text,
        done: Object.hasOwn(text.done, asked) ? text.done[asked] : null,
        rows: closures
          .filter(({ date, until = date }) => until >= today)
          .map(({ enteredAt, date, name, until }) => ({
            date: spanInWords(texts, { date, until }),
            name,
            // Days of the program file are changed there.
            removeHref: mayEdit && enteredAt !== null ? paths.desk('closures/:date/remove', date) : null,
          })),
      };
    },
  };
}

interface ListPage {
  closures: ClosureView[];
  mayEdit: boolean;
}

const closureForm = ({ staff: { desk } }: Texts): Form => ({
  action: paths.desk('closures/preview'),
  fields: closureFields(desk.closures),
  buttons: [{ text: desk.closures.preview }],
});

/** The list; when its form is sent, whom the closure would move. */
export const previewPage = (services: AppServices) =>
  staffForm(services, {
    ...listOf(services),
    name: 'closure-preview',
    form: ({ mayEdit }, _standing, texts) => (mayEdit ? closureForm(texts) : null),
    read: (fields, _page, { texts }) => readClosure(texts, fields),
    act: (closure, { req }) => enterClosure(services, req.actor, closure, { preview: true }),
    done(change, { req: { texts } }) {
      const { closures: text } = texts.staff.desk;
      const { zone } = services.programs.current().program;
      const { date, until, name } = change;
      return showInstead('closures/preview.njk', {
        section: 'closures',
        title: text.previewTitle,
        text,
        closure: { name, words: spanInWords(texts, change) },
        moves: text.moves(change.moves.length),
        rows: moveRows(texts, change, zone),
        calls: callRows(texts, change.calls, zone),
        form: {
          action: paths.desk('closures'),
          hidden: { date, ...(until ? { until } : {}), name },
          buttons: [{ text: text.add }],
        },
        backLink: backLink(texts),
      });
    },
  });

const addPage = (services: AppServices) =>
  staffForm(services, {
    ...listOf(services),
    name: 'closure-added',
    form: (_page, { typed }, texts) => ({
      ...closureForm(texts),
      initial: {
        ...dateFields('date', one(typed, 'date')),
        ...(one(typed, 'until') ? dateFields('until', one(typed, 'until')) : {}),
        name: one(typed, 'name'),
      },
    }),
    read(fields): Read<ClosureInput> {
      const until = one(fields, 'until');
      const read = closureSchema.safeParse({
        date: one(fields, 'date'),
        ...(until ? { until } : {}),
        name: one(fields, 'name'),
      });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (closure, { req }) => enterClosure(services, req.actor, closure, { preview: false }),
    done: (change) => toList('added', change),
  });

export const removeClosurePage = (services: AppServices) =>
  staffForm(services, {
    name: 'closure-removed',
    async load({ actor, params }) {
      const closures = unwrap(await listClosures(services, actor));
      const closure = closures.find(({ date, enteredAt }) => date === params.date && enteredAt !== null);
      if (!closure) throw notFound();
      return closure;
    },
    form: (_page, _standing, { staff }) => ({
      buttons: [{ text: staff.desk.closures.removeButton, style: 'warning' }],
    }),
    async view({ date, until, name }, _standing, { actor, texts }) {
      const { closures: text } = texts.staff.desk;
      const { zone } = services.programs.current().program;
      return {
        template: 'closures/remove.njk',
        section: 'closures',
        title: text.removeTitle,
        text,
        closure: { name, words: spanInWords(texts, { date, until }) },
        calls: callRows(texts, unwrap(await cancelledCallsOn(services, actor, date)), zone),
        backLink: backLink(texts),
      };
    },
    read: () => ok(null),
    act: (_input, { req, page }) => removeClosure(services, req.actor, page.date),
    done: (change) => toList('removed', change),
  });

/** A day, or the first and the last of several. */
function spanInWords(
  { dates, staff: { desk } }: Texts,
  { date, until }: { date: string; until?: string | undefined },
): string {
  return until ? desk.closures.span(dates.date(date), dates.date(until)) : dates.date(date);
}

const backLink = ({ staff }: Texts) => ({ href: paths.desk('closures'), text: staff.desk.closures.back });

const toList = (done: 'added' | 'removed', { moves }: Pick<ClosureChange, 'moves'>): string =>
  `${paths.desk('closures')}?done=${done}${moves.length > 0 ? '-moving' : ''}`;

function callRows(
  { dates, staff: { desk } }: Texts,
  calls: { id: string; startsAt: string; cancelsAt?: string | null }[],
  zone: string,
) {
  return calls.map(({ id, startsAt, cancelsAt }) => ({
    text: dates.pair(startsAt, zone),
    href: paths.call(id),
    fate: cancelsAt ? desk.closures.callCancels(dates.pair(cancelsAt, zone)) : desk.closures.callStands,
  }));
}

function moveRows({ dates }: Texts, { moves }: Pick<ClosureChange, 'moves'>, zone: string) {
  return moves.map(({ id, reference, dueAt, newDueAt }) => ({
    reference,
    href: paths.request(id),
    from: dates.shortDateTime(dueAt, zone),
    to: dates.shortDateTime(newDueAt, zone),
  }));
}
