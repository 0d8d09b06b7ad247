import type { RequestHandler } from 'express';
import { listReleases } from '../../../usecases/releases/read-releases.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { param } from '../parts/page-deps.js';
import { releaseRows } from '../parts/release-rows.js';

/** `/my/requests/:id/sharing`: what of it goes to whom outside the program, until when. */
export function sharingPage({ services }: AppDeps): RequestHandler {
  return async (req, res) => {
    const id = uuidParam(param(req, 'id'));
    const { items } = unwrap(await listReleases(services, req.actor, id));
    const { texts } = req;
    const t = texts.requester.sharing;
    const { zone } = services.programs.current().program;
    res.render('pages/requester/sharing.njk', {
      section: 'my',
      title: t.title,
      text: t,
      backLink: paths.myRequest(id),
      done: t.done[String(req.query.done) as keyof typeof t.done] ?? null,
      releases: items.map((release) => ({
        rows: releaseRows(texts, release, { zone, mentor: t.mentor }),
        title: release.recipient ?? t.mentor,
        href: paths.myRelease(id, release.id),
        link: t.decide[
          release.status === 'asked' || release.status === 'in-force' ? release.status : 'other'
        ],
      })),
    });
  };
}
