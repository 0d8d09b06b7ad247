import { Router } from 'express';
import { formatShortDateTime } from '../../../domain/time/format.js';
import { latestMails, shownMail } from '../../../usecases/mail/development-outbox.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { notFound, unwrap } from '../../http/unwrap.js';
import { isFromHere } from '../../middleware/own-host.js';
import { paths } from '../../paths.js';
import { linkify } from '../../views/linkify.js';

const MOST_SHOWN = 100;

/** Is there an outbox to look at? Only on a laptop or in rehearsal: it shows sign-in links to whoever is there. */
export function outboxIsOpen({ services, config }: AppDeps): boolean {
  return services.mail.transport.kind === 'outbox' && !config.production;
}

/** Mail that would have been sent, with its links. */
export function outboxRouter({ services }: AppDeps): Router {
  const router = Router();
  router.use(paths.outbox, (req, _res, next) => {
    if (!isFromHere(req)) throw notFound();
    next();
  });
  router.get(paths.outbox, async (req, res) => {
    const { zone } = services.programs.current().program;
    const rows = await latestMails(services, { most: MOST_SHOWN });
    const text = req.texts.public.outbox;
    res.render('pages/outbox/list.njk', {
      section: 'outbox',
      title: text.title,
      text,
      rows: rows.map((row) => ({
        href: paths.outboxMessage(row.id),
        to: [...row.to, ...row.cc].join(', '),
        subject: row.subject,
        kind: row.kind,
        when: formatShortDateTime(row.queuedAt.toISOString(), zone),
      })),
    });
  });
  router.get(paths.outboxMessage(':id'), async (req, res) => {
    const mail = unwrap(await shownMail(services, uuidParam(req.params.id)));
    res.render('pages/outbox/message.njk', {
      section: 'outbox',
      title: mail.subject,
      text: req.texts.public.outbox,
      backLink: paths.outbox,
      to: mail.to.join(', '),
      cc: mail.cc.join(', '),
      body: mail.text === null ? null : linkify(mail.text),
    });
  });
  return router;
}
