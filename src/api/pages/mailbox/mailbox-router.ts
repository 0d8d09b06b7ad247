import { Router } from 'express';
import { latestMails, shownMail } from '../../../usecases/mail/development-mailbox.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { notFound, unwrap } from '../../http/problem.js';
import { isFromHere } from '../../middleware/own-host.js';
import { paths } from '../../paths.js';
import { linkify } from '../../views/linkify.js';

const MOST_SHOWN = 100;

/** Is there a mailbox to look at? Only on a laptop or in rehearsal: it shows sign-in links to whoever is there. */
export function mailboxIsOpen({ services, config }: AppDeps): boolean {
  return services.mail.transport.kind === 'mailbox' && !config.production;
}

/** Mail that would have been sent, with its links. */
export function mailboxRouter({ services }: AppDeps): Router {
  const router = Router();
  router.use(paths.mailbox, (req, _res, next) => {
    if (!isFromHere(req)) throw notFound();
    next();
  });
  router.get(paths.mailbox, async (req, res) => {
    const { zone } = services.programs.current().program;
    const rows = await latestMails(services, { most: MOST_SHOWN });
    const text = req.texts.public.mailbox;
    res.render('pages/mailbox/list.njk', {
      section: 'mailbox',
      title: text.title,
      text,
      rows: rows.map((row) => ({
        href: paths.mailboxMessage(row.id),
        to: [...row.to, ...row.cc].join(', '),
        subject: row.subject,
        kind: row.kind,
        when: req.texts.dates.shortDateTime(row.queuedAt.toISOString(), zone),
      })),
    });
  });
  router.get(paths.mailboxMessage(':id'), async (req, res) => {
    const mail = unwrap(await shownMail(services, uuidParam(req.params.id)));
    res.render('pages/mailbox/message.njk', {
      section: 'mailbox',
      title: mail.subject,
      text: req.texts.public.mailbox,
      backLink: paths.mailbox,
      to: mail.to.join(', '),
      cc: mail.cc.join(', '),
      body: mail.text === null ? null : linkify(mail.text),
    });
  });
  return router;
}
