import { type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { STAFF_ROLES } from '../../../../domain/people/actor.js';
import { says } from '../../../../domain/refusals/says.js';
import { lineSchema } from '../../../../domain/text/typed.schema.js';
import type { Services } from '../../../../ports/services.js';
import { KEY_SCOPES } from '../../../../usecases/keys/create-key.js';
import { issueKey } from '../../../../usecases/keys/issue-key.js';
import { listKeys } from '../../../../usecases/keys/list-keys.js';
import { revokeKey } from '../../../../usecases/keys/revoke-key.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/unwrap.js';
import { roleLabels } from '../../../text/staff.js';
import { keysText as text } from '../../../text/staff-admin.js';
import { NO_ERRORS, type PageErrors, pageErrors } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import type { Field, Values } from '../decide/decision-form.js';
import { textsOf } from '../parts/date-parts.js';
import { fieldView } from '../parts/field-view.js';
import { requirePermission } from '../require-staff.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { keyRow } from './key-rows.js';

const FIELDS: Field[] = [
  { type: 'input', name: 'name', label: text.name.label, hint: text.name.hint, width: 20 },
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
export function keyRoutes(services: Services): Router {
  const router = Router();
  const admin = requirePermission('admin.keys');
  router.get(paths.keys, admin, async (req, res) => {
    const done = req.query.done === 'revoked' ? text.revokedDone : null;
    await show(services, res, { values: {}, errors: NO_ERRORS, status: 200, done });
  });
  router.post(paths.keys, admin, create(services));
  router.post(paths.keyRevokePattern, admin, revoke(services));
  return router;
}

function create(services: Services): RequestHandler {
  return async (req, res) => {
    const values = textsOf(req.body, ['name', 'role', 'scope']);
    const read = keyFormSchema.safeParse(values);
    if (!read.success) {
      return show(services, res, {
        values,
        errors: pageErrors(req.texts, zodFieldErrors(read.error)),
        status: 422,
      });
    }
    const { name, role, scope } = read.data;
    const scopes = scope === 'read' ? (['read'] as const) : KEY_SCOPES;
    const key = unwrap(await issueKey(services, req.actor, { name, role, scopes }));
    // No redirect: the key exists nowhere but in this answer.
    renderStaff(res, 'keys/created.njk', {
      section: 'keys',
      title: text.createdTitle,
      text,
      key,
      backLink: { href: paths.keys, text: text.back },
    });
  };
}

function revoke(services: Services): RequestHandler {
  return async (req, res) => {
    const id = uuidParam(req.params.id);
    unwrap(await revokeKey(services, req.actor, id));
    res.redirect(303, `${paths.keys}?done=revoked`);
  };
}

async function show(
  services: Services,
  res: Response,
  page: { values: Values; errors: PageErrors; status: number; done?: string | null },
): Promise<void> {
  const { zone } = services.programs.current().program;
  renderStaff(res, 'keys/keys.njk', {
    section: 'keys',
    title: text.title,
    text,
    rows: unwrap(await listKeys(services, res.req.actor)).map((key) => keyRow(key, zone)),
    fields: FIELDS.map((field) => fieldView(field, page.values)),
    ...page,
  });
}
