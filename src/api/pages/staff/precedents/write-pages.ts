import { ok } from '../../../../domain/result.js';
import { addDays } from '../../../../domain/time/add-days.js';
import { createZone } from '../../../../domain/time/zone.js';
import type { PrecedentView } from '../../../../usecases/precedents/precedent-view.schema.js';
import { readPrecedent } from '../../../../usecases/precedents/read-precedents.js';
import {
  answeredRequest,
  revisePrecedent,
  suggestPrecedent,
} from '../../../../usecases/precedents/write-precedent.js';
import { requestResponse } from '../../../../usecases/requests/read-request.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { dateFields } from '../../kit/date-field.js';
import { versionSeen } from '../../kit/fields.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { precedentFields, readTyped } from './precedent-form.js';

const IDS = { '/reviewBy': 'reviewBy-month' };
const A_YEAR = 365;

/**
 * `/staff/precedents/suggest/:id`: from an answered request. It begins empty, as a sent answer often tells of its case; only
 * whoever asks begins with the answer's words.
 */
export const suggestPage = (services: AppServices): FormRoutes =>
  staffForm(services, {
    name: 'precedent-suggested',
    async load({ actor, params, query }) {
      const request = unwrap(await answeredRequest(services, actor, uuidParam(params.id)));
      const asked = query.begin === 'answer';
      return { request, body: asked ? unwrap(await requestResponse(services, actor, request.id)).body : '' };
    },
    form({ request, body }, standing, texts) {
      const { program } = services.programs.current();
      const today = createZone(program.zone).dateOf(services.clock.now().toISOString());
      return {
        fields: precedentFields(texts, program, standing),
        initial: {
          answer: body,
          kind: request.kind,
          topics: request.topics,
          audience: 'staff',
          ...dateFields('reviewBy', addDays(today, A_YEAR)),
        },
        buttons: [{ text: texts.staff.desk.precedents.suggest.button }],
        cancel: { href: paths.request(request.id), text: texts.staff.request.backToRequest },
      };
    },
    view({ request, body }, { problem }, { texts }) {
      const { suggest: t } = texts.staff.desk.precedents;
      const here = paths.desk('precedents/suggest/:id', request.id);
      return {
        template: 'precedents/suggest.njk',
        section: 'precedents',
        title: t.title,
        lead: [t.lead(request.reference)],
        begin:
          body === '' && problem === null
            ? { href: `${here}?begin=answer`, text: t.begin, hint: t.beginHint }
            : null,
      };
    },
    read: (fields, _page, { texts }) => readTyped(texts, fields),
    act: (typed, { page, req, commandId }) =>
      suggestPrecedent(services, req.actor, { ...typed, requestId: page.request.id }, { commandId }),
    ids: IDS,
    done: ({ id }) => `${paths.desk('precedents/:id', id)}?done=suggested`,
  });

/** `/staff/precedents/:id/revise`: another wording, which is a draft again. */
export const revisePage = (services: AppServices): FormRoutes =>
  staffForm(services, {
    name: 'precedent-revised',
    load: async ({ actor, params }) => unwrap(await readPrecedent(services, actor, uuidParam(params.id))),
    form: (precedent: PrecedentView, standing, texts) => ({
      hidden: { seen: String(precedent.version) },
      fields: precedentFields(texts, services.programs.current().program, standing),
      initial: {
        question: precedent.question,
        answer: precedent.answer,
        kind: precedent.kind,
        topics: precedent.topics,
        audience: precedent.audience,
        ...dateFields('reviewBy', precedent.reviewBy),
      },
      buttons: [{ text: texts.staff.desk.precedents.revise.button }],
      cancel: { href: paths.desk('precedents/:id', precedent.id), text: texts.staff.desk.precedents.back },
    }),
    view(_precedent, _standing, { texts }) {
      const { revise: t } = texts.staff.desk.precedents;
      return { section: 'precedents', title: t.title, lead: [t.lead] };
    },
    read(fields, { version }, { texts }) {
      const read = readTyped(texts, fields);
      return read.ok ? ok({ typed: read.value, ifMatch: versionSeen(fields) ?? version }) : read;
    },
    act: ({ typed, ifMatch }, { page, req }) =>
      revisePrecedent(services, req.actor, page.id, typed, { ifMatch }),
    ids: IDS,
    done: ({ id }) => `${paths.desk('precedents/:id', id)}?done=revised`,
  });
