import type { Request, RequestHandler } from 'express';
import { isOpen, isWaiting, type RequestStatus } from '../../../domain/requests/statuses.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { ownNotices } from '../../../usecases/conduct/list-reviews.js';
import { ownIntroductions } from '../../../usecases/mentors/own-introductions.js';
import { ownMentor } from '../../../usecases/mentors/read-mentor.js';
import { listRequests } from '../../../usecases/requests/list-requests.js';
import { goesOnAs } from '../../../usecases/requests/merged-requests.js';
import { ownWords } from '../../../usecases/requests/own-words.js';
import { ownsRequest } from '../../../usecases/requests/owns-request.js';
import { confirmationToken } from '../../../usecases/requests/unconfirmed-submission.js';
import { formsWaitingFor } from '../../../usecases/requests/waiting-submission.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { erasedOn } from '../parts/form-days.js';
import { calendarOfToday, nowOf } from '../parts/page-deps.js';
import { toldApart } from '../parts/told-apart.js';
import { nextSentence } from './next-sentence.js';
import { statusTag } from './request-page-view.js';

const PAGE = 20;

/** All requests of the signed-in person, with the next thing to happen for each. */
export function listPage(deps: AppDeps): RequestHandler {
  const { services } = deps;
  return async (req, res) => {
    const { texts } = req;
    const { request: text, confirmation } = texts.requester;
    const cursor = typeof req.query.cursor === 'string' ? { cursor: req.query.cursor } : {};
    const { items, nextCursor } = unwrap(
      await listRequests(services, req.actor, { limit: PAGE, sort: '-standing', ...cursor }),
    );
    const { program } = services.programs.current();
    const context = {
      texts,
      program,
      calendar: await calendarOfToday(deps),
      now: nowOf(deps),
      waitingSince: null,
    };
    const words = await ownWords(
      services,
      req.actor,
      items.map(({ id }) => id),
    );
    const row = async (view: RequestView) => {
      const own = await ownsRequest(services, req.actor, view);
      const next = isOpen(view.status) || view.status === 'responded' || view.status === 'merged';
      const other = view.status === 'merged' ? await goesOnAs(services, req.actor, view) : null;
      return {
        href: paths.myRequest(view.id),
        reference: view.reference,
        group: standingOf(view.status),
        label: words.get(view.id)?.label ?? null,
        question: words.get(view.id)?.question ?? '',
        about: toldApart(texts, program, { ...view, courtDate: view.courtOrFilingDeadline?.date ?? null }),
        received: text.list.received(texts.dates.shortDateTime(view.receivedAt, program.zone)),
        supervised: !own,
        status: statusTag(texts, view, own),
        next: next ? nextSentence(view, { ...context, own, goesOnAs: other }) : '',
      };
    };
    res.render('pages/requester/list.njk', {
      section: 'my',
      title: text.list.title,
      text,
      groups: grouped(text.list.groups, await Promise.all(items.map(row))),
      waiting: (await formsWaitingFor(services, req.actor)).map((form) => ({
        lead: confirmation.waiting.lead(
          texts.dates.dateTime(form.sentAt.toISOString(), program.zone),
          erasedOn(deps, texts, form),
        ),
        href: paths.form.confirm(confirmationToken(services, form)),
      })),
      confirmation,
      notices: (await ownNotices(services, req.actor)).map(({ id, notifiedAt }) => ({
        href: paths.myNotice(id),
        when: texts.dates.dateTime(notifiedAt, program.zone),
      })),
      noticeText: texts.requester.notice.inList,
      mentor: await mentorCard(services, req),
      addresses: texts.requester.addresses,
      later: 'cursor' in cursor ? { href: paths.myRequests } : null,
      worksheets: texts.requester.worksheets,
      older: nextCursor ? `${paths.myRequests}?cursor=${encodeURIComponent(nextCursor)}` : null,
    });
  };
}

/** Of whoever is a mentor, or is asked to be one: the way to their page. */
async function mentorCard(services: AppDeps['services'], { actor, texts }: Request) {
  const mentor = await ownMentor(services, actor);
  if (mentor?.status !== 'active' && mentor?.status !== 'invited') return null;
  const { inList: t } = texts.requester.mentoring.mentor;
  const own = await ownIntroductions(services, actor, { side: 'mentor' });
  const waits = own.filter(
    ({ status, answered }) => status === 'mentor-asked' || (status === 'following-up' && !answered),
  );
  return {
    title: mentor.status === 'invited' ? t.asked : t.title,
    lead: waits.length > 0 ? t.waits(waits.length) : null,
    link: { href: paths.myMentoring, text: t.open },
  };
}

type Standing = 'waiting' | 'working' | 'answered' | 'ended';

/** As the list is sorted (`standing`). */
function standingOf(status: RequestStatus): Standing {
  if (isWaiting(status)) return 'waiting';
  if (isOpen(status)) return 'working';
  return status === 'responded' ? 'answered' : 'ended';
}

/** Rows that stand alike under one heading, in the order they came in. */
function grouped<R extends { group: Standing }>(titles: Record<Standing, string>, rows: R[]) {
  const groups: { title: string; rows: R[] }[] = [];
  for (const row of rows) {
    const title = titles[row.group];
    const last = groups.at(-1);
    if (last?.title === title) last.rows.push(row);
    else groups.push({ title, rows: [row] });
  }
  return groups;
}
