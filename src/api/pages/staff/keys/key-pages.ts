import type { Request } from 'express';
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
import type { Texts } from '../../../text/texts.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { showInstead } from '../../kit/elsewhere.js';
import { one } from '../../kit/fields.js';
import type { Field, Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { Standing } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { type KeyRow, keyRow } from './key-rows.js';

// API keys: list, create (shown once, in the answer to the form), revoke.

/** The list, each key with its button, beside the form for another one. */
const listOf = (services: AppServices) => ({
  async load({ actor, texts }: Request) {
    const { zone } = services.programs.current().program;
    return unwrap(await listKeys(services, actor)).map((key) => keyRow(texts, key, zone));
  },
  form: (_keys: KeyRow[], _standing: Standing, { staff }: Texts): Form => ({
    action: paths.desk('keys'),
    fields: keyFields(staff),
    buttons: [{ text: staff.desk.keys.create }],
  }),
  others: (keys: KeyRow[], _standing: Standing, { staff }: Texts) => ({
    revoke: keys.map(({ name, revokeHref }) => ({
      action: revokeHref,
      classes: 'desk-resolve',
      buttons: [{ text: staff.desk.keys.revoke, hiddenText: name, style: 'secondary' as const }],
    })),
  }),
  view(keys: KeyRow[], _standing: Standing, { query, texts }: Request) {
    const { keys: text } = texts.staff.desk;
    return {
      template: 'keys/keys.njk',
      section: 'keys' as const,
      title: text.title,
      text,
      rows: keys,
      done: query.done === 'revoked' ? text.revokedDone : null,
    };
  },
});

/** The list; when its form is sent, a new key. */
export const keysPage = (services: AppServices) =>
  staffForm(services, {
    ...listOf(services),
    name: 'key',
    read(fields) {
      const typed = { name: one(fields, 'name'), role: one(fields, 'role'), scope: one(fields, 'scope') };
      const read = keyFormSchema.safeParse(typed);
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: ({ name, role, scope }, { req }) =>
      issueKey(services, req.actor, { name, role, scopes: scope === 'read' ? ['read'] : KEY_SCOPES }),
    // No redirect: the key exists nowhere but in this answer.
    done(key, { req }) {
      const { keys: text } = req.texts.staff.desk;
      return showInstead('keys/created.njk', {
        section: 'keys',
        title: text.createdTitle,
        text,
        key,
        backLink: { href: paths.desk('keys'), text: text.back },
      });
    },
  });

export const revokeKeyPage = (services: AppServices) =>
  staffForm(services, {
    ...listOf(services),
    name: 'key-revoked',
    read: (_fields, _keys, { params }) => ok(uuidParam(params.id)),
    act: (id, { req }) => revokeKey(services, req.actor, id),
    done: () => `${paths.desk('keys')}?done=revoked`,
  });

const keyFields = ({ desk: { keys: t }, roles }: Texts['staff']): Field[] => [
  { type: 'line', name: 'name', label: t.name.label, hint: t.name.hint, width: 20 },
  {
    type: 'radios',
    name: 'role',
    legend: t.role.legend,
    choices: STAFF_ROLES.map((role) => ({ value: role, text: roles[role] ?? role })),
  },
  {
    type: 'radios',
    name: 'scope',
    legend: t.scope.legend,
    choices: [
      { value: 'read', text: t.scope.read },
      { value: 'write', text: t.scope.write },
    ],
  },
];

const keyFormSchema = z.object({
  name: lineSchema(200, { missing: says('key-name-needed') }),
  role: z.enum(STAFF_ROLES, says('role-needed')),
  scope: z.enum(KEY_SCOPES, says('key-scope-needed')),
});
