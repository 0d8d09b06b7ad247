import type { Request } from 'express';
import { findIdentifiers } from '../../../../domain/requests/identifier-warning.js';
import { decideOnCall } from '../../../../usecases/calls/decide-on-call.js';
import { setJoinLink } from '../../../../usecases/calls/set-join-link.js';
import type { AppServices } from '../../../app-deps.js';
import { notFound } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { leadTo } from '../../kit/elsewhere.js';
import { one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { allowedOnCall, type CallPageKind } from './allowed-on-call.js';
import { callForm, type ReadCallDecision, readCallDecision } from './call-forms.js';
import { loadCall } from './load-call.js';

/** What more there is, is found once these are gone. */
const MOST_LISTED = 20;

/** Confirm, move, cancel, recap or join link; what isn't possible now leads back to the call’s page. */
export const decideCallPage = (services: AppServices) =>
  staffForm(services, {
    name: 'call-decision',
    load: async (req) => ({ kind: kindOf(req), call: await loadCall(services, req) }),
    closed: ({ kind, call }) => (allowedOnCall(call).pages[kind] ? null : leadTo(paths.call(call.row.id))),
    form({ kind, call }, { typed }, texts) {
      const { decisions, callPage } = texts.staff.calls;
      const { fields = [], ...form } = callForm(texts, kind);
      return {
        ...form,
        fields: [...fields, ...(kind === 'recap' ? recapCheck(texts, one(typed, 'body')) : [])],
        buttons: [
          {
            text: decisions[kind].button,
            ...(kind === 'cancel' ? { style: 'warning' as const } : {}),
          },
        ],
        cancel: { href: paths.call(call.row.id), text: callPage.backToRoom },
      };
    },
    view({ kind, call: { row, series, zone } }, _standing, { texts }) {
      const { decisions, callPage } = texts.staff.calls;
      return {
        template: 'calls/decide-call.njk',
        section: 'calls',
        title: decisions[kind].title,
        lead: [decisions[kind].intro],
        about: `${series.title} · ${texts.dates.pair(row.startsAt.toISOString(), zone)}`,
        backLink: { href: paths.call(row.id), text: callPage.backToRoom },
      };
    },
    read(fields, { kind, call }, { texts }): Read<ReadCallDecision> {
      const read = readCallDecision(texts, kind, fields, call.program.zone);
      const unchecked = kind === 'recap' && one(fields, 'checked') !== 'yes';
      if (!read.ok || !unchecked || findIdentifiers(one(fields, 'body')).length === 0) return read;
      return wrongFields([{ pointer: '/body', message: texts.staff.calls.decisionFields.recap.check }]);
    },
    act: (decision, { page: { call }, req, commandId }) =>
      decision.kind === 'join-link'
        ? setJoinLink(services, req.actor, call.row.id, decision.link)
        : decideOnCall(services, req.actor, call.row.id, decision, { commandId }),
    ids: { '/startsAt': 'date' },
    done: (_value, { page: { kind, call } }) => `${paths.call(call.row.id)}?done=${kind}`,
  });

/** What may tell who somebody is, and the box that says it doesn't. */
function recapCheck(texts: Texts, body: string): Field[] {
  const found = findIdentifiers(body).slice(0, MOST_LISTED);
  if (found.length === 0) return [];
  const { warning, goOn } = texts.staff.calls.decisionFields.recap;
  return [
    { type: 'warning', title: warning, text: found.map(({ excerpt }) => excerpt).join(' · ') },
    { type: 'checkboxes', name: 'checked', choices: [{ value: 'yes', text: goOn }] },
  ];
}

function kindOf({ params: { kind }, texts }: Request): CallPageKind {
  if (typeof kind !== 'string' || !Object.hasOwn(texts.staff.calls.decisions, kind)) throw notFound();
  return kind as CallPageKind;
}
