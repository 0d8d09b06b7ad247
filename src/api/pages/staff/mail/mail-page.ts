import type { RequestHandler } from 'express';
import type { Services } from '../../../../ports/services.js';
import { troubledMails } from '../../../../usecases/mail/mail-log.js';
import { resolutionSchema } from '../../../../usecases/messages/message.schema.js';
import { resolveMessage } from '../../../../usecases/messages/resolve-message.js';
import { contactTroubles } from '../../../../usecases/subscriptions/contact-troubles.js';
import { statusOf } from '../../../errors.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/unwrap.js';
import { mailText as text } from '../../../text/staff-admin.js';
import { NO_ERRORS, type PageErrors, problemErrors } from '../../../views/page-errors.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import { contactTroublesView } from './contact-troubles-view.js';
import { mailRow } from './mail-rows.js';

const SHOWN = 100;

/** `/staff/mail`: mail whose fate is unknown or that failed, until somebody settles it; and what is wrong with contacts. */
export function mailPage(services: Services): RequestHandler {
  return async (req, res) => {
    await show(services, res, { done: doneWithMail(req.query.done), errors: NO_ERRORS, status: 200 });
  };
}

/** Said in a banner once a mail is settled; null for anything else. */
export function doneWithMail(done: unknown): string | null {
  return typeof done === 'string' && Object.hasOwn(text.done, done) ? (text.done[done] ?? null) : null;
}

/** POST: sends it again or notes that it arrived; then back to where the button stood. */
export function resolveMail(services: Services): RequestHandler {
  return async (req, res) => {
    const id = uuidParam(req.params.id);
    const { action, from } = (req.body ?? {}) as Record<string, unknown>;
    const read = resolutionSchema.safeParse({ action });
    if (!read.success) {
      return show(services, res, {
        errors: { summary: [{ text: text.resolve.missing }], byField: {} },
        status: 422,
      });
    }
    const resolved = await resolveMessage(services, req.actor, id, read.data);
    if (!resolved.ok) {
      const { problem } = resolved;
      return show(services, res, {
        errors: problemErrors(req.texts, problem),
        status: statusOf(problem.code),
      });
    }
    const back = typeof from === 'string' && isOwnPage(from) ? from : staffPaths.mail;
    res.redirect(303, `${back}?done=${read.data.action}`);
  };
}

/** Only pages of our own are gone back to. */
const isOwnPage = (path: string): boolean =>
  /^\/staff\/(requests\/[0-9a-f-]{36}|calls\/[a-z0-9-]{1,80})$/.test(path);

async function show(
  services: Services,
  res: Parameters<RequestHandler>[1],
  page: { done?: string | null; errors: PageErrors; status: number },
): Promise<void> {
  const rows = unwrap(await troubledMails(services, res.req.actor, { most: SHOWN }));
  const { zone } = services.programs.current().program;
  renderStaff(res, 'mail/mail.njk', {
    section: 'mail',
    title: text.title,
    text,
    mailWords: text,
    rows: rows.map((row) => mailRow(row, zone, staffPaths.mail)),
    contacts: contactTroublesView(unwrap(await contactTroubles(services, res.req.actor))),
    ...page,
  });
}
