import type { RequestHandler } from 'express';
import { ANSWER_FIELDS, type AnswerField } from '../../../../domain/requests/answer-field.js';
import { compareTexts } from '../../../../domain/text/compare-texts.js';
import {
  type AnswerVersion,
  answerVersions,
  versionText,
} from '../../../../usecases/answers/answer-versions.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { notFound, unwrap } from '../../../http/problem.js';
import { markdownHtml } from '../../../views/markdown-html.js';
import { loadRequest } from '../request/load-request.js';
import { staffUser } from '../require-staff.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';

/** `/staff/requests/:id/versions`: who saved what when, two of them compared, or one read. */
export function versionsPage(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { texts } = req;
    const { page: words } = texts.staff.answer;
    const me = staffUser(req.actor);
    const id = uuidParam(req.params.id);
    const field: AnswerField = ANSWER_FIELDS.find((one) => one === req.query.of) ?? 'draft';
    const { view, program, allowed } = await loadRequest(services, me, id);
    const versions = unwrap(await answerVersions(services, me, { id, field }));
    const asked = (name: string): AnswerVersion | null => {
      const version = req.query[name];
      if (version === undefined) return null;
      return versions.find((one) => one.id === version) ?? missing();
    };
    const [from, to, read] = [asked('from'), asked('to'), asked('read')];
    const text = async ({ id: version }: AnswerVersion) =>
      unwrap(await versionText(services, me, { id, field, version }));
    const base = staffPaths.versions(id, field);
    const when = (version: AnswerVersion) =>
      [version.author, texts.dates.shortDateTime(version.at, program.zone)].filter(Boolean).join(', ');
    const kind = field === 'draft' ? 'draft-response' : 'answer-follow-up';
    const writes = allowed.includes(kind);
    const changes = from && to ? compareTexts(await text(from), await text(to)) : null;
    renderStaff(res, 'answer/versions.njk', {
      section: 'queue',
      title: words.title(view.reference),
      words,
      of: field,
      action: staffPaths.versions(id, field).split('?')[0],
      followUp: field === 'follow-up-draft',
      backLink: writes
        ? { href: staffPaths.decide(id, kind), text: words.back }
        : { href: staffPaths.request(id), text: words.backToRequest },
      versions: versions.map((version, at) => {
        const before = versions[at + 1];
        return {
          id: version.id,
          number: version.number,
          name: words.version(version.number),
          when: when(version),
          compare: before && staffPaths.changes(id, field, { from: before.id, to: version.id }),
          read: `${base}&read=${version.id}#read`,
        };
      }),
      from: from?.id ?? versions[1]?.id,
      to: to?.id ?? versions[0]?.id,
      compared: from && to && { heading: words.compared(from.number, to.number), changes },
      one: read && {
        heading: words.version(read.number),
        when: when(read),
        html: markdownHtml(await text(read), 2),
      },
    });
  };
}

const missing = (): never => {
  throw notFound();
};
