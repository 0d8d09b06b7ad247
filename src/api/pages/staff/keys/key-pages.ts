import type { Request } from 'express';
import { z } from 'zod';
import { KEY_DAYS } from '../../../../domain/people/key-terms.js';
import { says } from '../../../../domain/refusals/says.js';
import { ok } from '../../../../domain/result.js';
import { KEY_SCOPES } from '../../../../usecases/keys/create-key.js';
import { issueKey } from '../../../../usecases/keys/issue-key.js';
import { newKeySchema } from '../../../../usecases/keys/key.schema.js';
import { keysForPage } from '../../../../usecases/keys/list-keys.js';
import { revokeKey } from '../../../../usecases/keys/revoke-key.js';
import { activeColleagues, type Colleague } from '../../../../usecases/people/colleagues.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { Standing } from '../../kit/form-page.js';
import { staffUser } from '../require-staff.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { keyFields, typedNumber } from './key-fields.js';
import { type KeyRow, keyRow } from './key-rows.js';
import { showKey } from './show-key.js';

// API keys: list, create (shown once, in the answer to the form), revoke.

interface KeysPage {
  rows: KeyRow[];
  owners: Colleague[];
  me: string;
}

/** The list, each key with its buttons, beside the form for another one. */
const listOf = (services: AppServices) => ({
  async load({ actor, texts }: Request): Promise<KeysPage> {
    const { zone } = services.programs.current().program;
    const keys = unwrap(await keysForPage(services, actor));
    const owners = unwrap(await activeColleagues(services, actor));
    return { rows: keys.map((key) => keyRow(texts, key, zone)), owners, me: staffUser(actor).email };
  },
  form: ({ owners, me }: KeysPage, _standing: Standing, { staff }: Texts): Form => ({
    action: paths.desk('keys'),
    fields: keyFields(staff, owners),
    initial: { owner: me, days: String(KEY_DAYS.usual) },
    buttons: [{ text: staff.desk.keys.create }],
  }),
  others: ({ rows }: KeysPage, _standing: Standing, { staff }: Texts) => ({
    revoke: rows.map(({ name, revokeHref }) => ({
      action: revokeHref,
      classes: 'desk-resolve',
      buttons: [{ text: staff.desk.keys.revoke, hiddenText: name, style: 'secondary' as const }],
    })),
  }),
  view({ rows }: KeysPage, _standing: Standing, { query, texts }: Request) {
    const { keys: text } = texts.staff.desk;
    return {
      template: 'keys/keys.njk',
      section: 'keys' as const,
      title: text.title,
      text,
      rows,
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
      const read = keyFormSchema.safeParse({
        ...{ name: one(fields, 'name'), role: one(fields, 'role'), scope: one(fields, 'scope') },
        ...{ owner: one(fields, 'owner') || undefined, days: typedNumber(fields, 'days') },
      });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: ({ scope, ...key }, { req }) =>
      issueKey(services, req.actor, { ...key, scopes: scope === 'read' ? ['read'] : [...KEY_SCOPES] }),
    done: ({ secret }, { req }) => showKey(req, secret),
  });

export const revokeKeyPage = (services: AppServices) =>
  staffForm(services, {
    ...listOf(services),
    name: 'key-revoked',
    read: (_fields, _keys, { params }) => ok(uuidParam(params.id)),
    act: (id, { req }) => revokeKey(services, req.actor, id),
    done: () => `${paths.desk('keys')}?done=revoked`,
  });

const keyFormSchema = newKeySchema
  .omit({ scopes: true })
  .extend({ scope: z.enum(KEY_SCOPES, says('key-scope-needed')) });
