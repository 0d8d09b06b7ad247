import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { STAFF_ROLES } from '../../../../domain/people/actor.js';
import { says } from '../../../../domain/refusals/says.js';
import { ok } from '../../../../domain/result.js';
import { lineSchema } from '../../../../domain/text/typed.schema.js';
import { KEY_SCOPES } from '../../../../usecases/keys/create-key.js';
import { issueKey } from '../../../../usecases/keys/issue-key.js';
import { listKeys } from '../../../../usecases/keys/list-keys.js';
import { revokeKey } from '../../../../usecases/keys/revoke-key.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { roleLabels } from '../../../text/en/pages/staff.js';
import { keysText as text } from '../../../text/en/pages/staff-admin.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { showInstead } from '../../kit/elsewhere.js';
import { one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { requirePermission } from '../require-staff.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { keyRow } from './key-rows.js';

const FIELDS: Field[] = [
  { type: 'line', name: 'name', label: text.name.label, hint: text.name.hint, width: 20 },
  {
    type: 'radios',
    name: 'role',
    legend: text.role.legend,
    choices: STAFF_ROLES.map((role) => ({ value: role, text: roleLabels[role] ?? role })),
  },
  {
    type: 'radios',
    name: 'scope',
    legend: text.scope.legend,
    choices: [
      { value: 'read', text: text.scope.read },
      { value: 'write', text: text.scope.write },
    ],
  },
];

const keyFormSchema = z.object({
  name: lineSchema(200, { missing: says('key-name-needed') }),
  role: z.enum(STAFF_ROLES, says('role-needed')),
  scope: z.enum(KEY_SCOPES, says('key-scope-needed')),
});

/** API keys: list, create (shown once, in the answer to the form), revoke. Admins only. */
export function keyRoutes(services: AppServices): Router {
  const router = Router();
  const admin = requirePermission('admin.keys');
  const { show, send } = keysPage(services);
  router.route(paths.keys).all(admin).get(show).post(send);
  router.post(paths.keyRevokePattern, admin, revoke(services));
  return router;
}

const keysPage = (services: AppServices) =>
  staffForm(services, {
    name: 'key',
    async load({ actor }) {
      const { zone } = services.programs.current().program;
      return unwrap(await listKeys(services, actor)).map((key) => keyRow(key, zone));
    },
    form: () => ({ fields: FIELDS, buttons: [{ text: text.create }] }),
    others: (keys) => ({
      revoke: keys.map(({ name, revokeHref }) => ({
        action: revokeHref,
        classes: 'desk-resolve',
        buttons: [{ text: text.revoke, hiddenText: name, style: 'secondary' as const }],
      })),
    }),
    view: (keys, _standing, { query }) => ({
      template: 'keys/keys.njk',
      section: 'keys',
      title: text.title,
      text,
      rows: keys,
      done: query.done === 'revoked' ? text.revokedDone : null,
    }),
    read(fields) {
      const typed = { name: one(fields, 'name'), role: one(fields, 'role'), scope: one(fields, 'scope') };
      const read = keyFormSchema.safeParse(typed);
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: ({ name, role, scope }, { req }) =>
      issueKey(services, req.actor, { name, role, scopes: scope === 'read' ? ['read'] : KEY_SCOPES }),
    // No redirect: the key exists nowhere but in this answer.
    done: (key) =>
      showInstead('keys/created.njk', {
        section: 'keys',
        title: text.createdTitle,
        text,
        key,
        backLink: { href: paths.keys, text: text.back },
      }),
  });

function revoke(services: AppServices): RequestHandler {
  return async (req, res) => {
    const id = uuidParam(req.params.id);
    unwrap(await revokeKey(services, req.actor, id));
    res.redirect(303, `${paths.keys}?done=revoked`);
  };
}
