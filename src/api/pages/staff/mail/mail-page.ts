import { ok } from '../../../../domain/result.js';
import { troubledMails } from '../../../../usecases/mail/mail-log.js';
import { type Resolution, resolutionSchema } from '../../../../usecases/messages/message.schema.js';
import { resolveMessage } from '../../../../usecases/messages/resolve-message.js';
import { contactTroubles } from '../../../../usecases/subscriptions/contact-troubles.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import { contactTroublesView } from './contact-troubles-view.js';
import { mailRow, resolveForm } from './mail-rows.js';

const SHOWN = 100;

/**
 * `/staff/mail`: mail whose fate is unknown or that failed, until somebody settles it; and what is wrong with contacts.
 * POST: sends one again or notes that it arrived; then back to where the button stood.
 */
export const mailPage = (services: AppServices) =>
  staffForm(services, {
    name: 'mail',
    async load({ actor, texts }) {
      const rows = unwrap(await troubledMails(services, actor, { most: SHOWN }));
      const { zone } = services.programs.current().program;
      return rows.map((row) => mailRow(texts, row, zone, staffPaths.desk('mail')));
    },
    form: () => null,
    others: (rows, _standing, texts) => ({
      resolve: rows.map((row) => resolveForm(texts, row.resolve ?? '', row)),
    }),
    view: async (rows, _standing, { actor, query, texts }) => ({
      template: 'mail/mail.njk',
      section: 'mail',
      title: texts.staff.desk.mail.title,
      text: texts.staff.desk.mail,
      done: doneWithMail(texts, query.done),
      rows,
      mine: staffPaths.desk('mail/mine'),
      contacts: contactTroublesView(texts, unwrap(await contactTroubles(services, actor))),
    }),
    read(fields, _page, { texts }): Read<Resolution> {
      const read = resolutionSchema.safeParse({ action: one(fields, 'action') });
      if (read.success) return ok(read.data);
      return wrongFields([{ pointer: '', message: texts.staff.desk.mail.resolve.missing }]);
    },
    act: (resolution, { req }) => resolveMessage(services, req.actor, uuidParam(req.params.id), resolution),
    done(_value, { fields }) {
      const from = one(fields, 'from');
      return `${isOwnPage(from) ? from : staffPaths.desk('mail')}?done=${one(fields, 'action')}`;
    },
  });

/** Said in a banner once a mail is settled; null for anything else. */
export function doneWithMail({ staff }: Texts, done: unknown): string | null {
  const { mail } = staff.desk;
  return typeof done === 'string' && Object.hasOwn(mail.done, done) ? (mail.done[done] ?? null) : null;
}

/** Only pages of our own are gone back to. */
const isOwnPage = (path: string): boolean =>
  /^\/staff\/(requests\/[0-9a-f-]{36}|calls\/[a-z0-9-]{1,80})$/.test(path);
