import type { Request } from 'express';
import { z } from 'zod';
import type { Program } from '../../../../domain/program/program.schema.js';
import { ok } from '../../../../domain/result.js';
import { lineSchema } from '../../../../domain/text/typed.schema.js';
import { activeColleagues } from '../../../../usecases/people/colleagues.js';
import { putFirst } from '../../../../usecases/views/put-first.js';
import { removeView } from '../../../../usecases/views/remove-view.js';
import { saveView } from '../../../../usecases/views/save-view.js';
import { type SavedView, savedViews } from '../../../../usecases/views/saved-views.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { fieldsOf, one } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { Standing } from '../../kit/form-page.js';
import { keptFields } from '../../kit/show-form.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import { type QueueQuery, queueHref, readQueueQuery } from './queue-query.js';

// Views of the queue: saved under a name, put first, removed.

interface ViewsPage {
  views: SavedView[];
  /** The one that may be saved, as its address says it; null: nobody came from one. */
  asked: string | null;
}

/** The list, each with its buttons, and the form that saves another. */
const listOf = (services: AppServices) => ({
  async load(req: Request, res: Parameters<typeof keptFields>[0]): Promise<ViewsPage> {
    const sent = req.method === 'POST' ? fieldsOf(req.body) : (keptFields(res) ?? fieldsOf(req.query));
    const staff = unwrap(await activeColleagues(services, req.actor));
    const { program } = services.programs.current();
    return {
      views: unwrap(await savedViews(services, req.actor)),
      asked: req.method === 'POST' || 'view' in sent ? viewOf(one(sent, 'view'), program, staff) : null,
    };
  },
  form: ({ asked }: ViewsPage, _standing: Standing, { staff }: Texts): Form | null => {
    const { views: t } = staff.desk;
    if (asked === null) return null;
    return {
      action: staffPaths.desk('views'),
      hidden: { view: asked },
      fields: [
        { type: 'line', name: 'name', ...t.name, width: 20, autocomplete: 'off' },
        { type: 'checkboxes', name: 'first', choices: [{ value: 'yes', text: t.first.text }], small: true },
      ],
      buttons: [{ text: t.button }],
    };
  },
  others: ({ views }: ViewsPage, _standing: Standing, { staff }: Texts) => {
    const { views: t } = staff.desk;
    return {
      first: views.map(({ id, name, first }) => ({
        action: staffPaths.desk('views/:id/first', id),
        classes: 'desk-resolve',
        buttons: [{ text: first ? t.notFirst : t.putFirst, hiddenText: name, style: 'secondary' as const }],
      })),
      remove: views.map(({ id, name }) => ({
        action: staffPaths.desk('views/:id/remove', id),
        classes: 'desk-resolve',
        buttons: [{ text: t.remove, hiddenText: name, style: 'secondary' as const }],
      })),
    };
  },
  view({ views }: ViewsPage, _standing: Standing, { query, texts }: Request) {
    const { views: text } = texts.staff.desk;
    return {
      template: 'queue/views.njk',
      section: 'queue' as const,
      title: text.title,
      text,
      views: views.map((view) => ({ ...view, href: `${staffPaths.queue}?${view.view}` })),
      done: text.done[String(query.done) as keyof typeof text.done] ?? null,
      backLink: { href: staffPaths.queue, text: text.back },
    };
  },
});

export const viewsPage = (services: AppServices) =>
  staffForm(services, {
    ...listOf(services),
    name: 'view-saved',
    read(fields, { asked }) {
      const read = nameSchema.safeParse({ name: one(fields, 'name') });
      if (!read.success) return wrongFields(zodFieldErrors(read.error));
      return ok({ name: read.data.name, view: asked ?? '', first: one(fields, 'first') === 'yes' });
    },
    act: (input, { req }) => saveView(services, req.actor, input),
    done: () => `${staffPaths.desk('views')}?done=saved`,
  });

export const removeViewPage = (services: AppServices) =>
  staffForm(services, {
    ...listOf(services),
    name: 'view-removed',
    read: (_fields, _page, { params }) => ok(uuidParam(params.id)),
    act: (id, { req }) => removeView(services, req.actor, id),
    done: () => `${staffPaths.desk('views')}?done=removed`,
  });

export const firstViewPage = (services: AppServices) =>
  staffForm(services, {
    ...listOf(services),
    name: 'view-first',
    read: (_fields, _page, { params }) => ok(uuidParam(params.id)),
    act: (id, { req }) => putFirst(services, req.actor, id),
    done: () => `${staffPaths.desk('views')}?done=first`,
  });

const nameSchema = z.object({ name: lineSchema(60) });

/** What of an address is kept: what it chooses among, and nothing that somebody typed. */
function viewOf(address: string, program: Program, staff: readonly { email: string }[]): string {
  const query = queryOf(address);
  const known = (value: string, all: readonly { id: string }[]) =>
    all.some(({ id }) => id === value) ? value : '';
  const kept: QueueQuery = {
    ...query,
    q: '',
    trail: [],
    assignee: staff.some(({ email }) => email === query.assignee) ? query.assignee : '',
    kind: known(query.kind, program.kinds),
    documentKind: known(query.documentKind, program.documents),
    topic: known(query.topic, program.topics),
  };
  return queueHref('', kept).slice(1);
}

/** A view as its address says it. */
export const queryOf = (address: string): QueueQuery =>
  readQueueQuery(Object.fromEntries(new URLSearchParams(address))).query;
