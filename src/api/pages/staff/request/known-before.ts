import { courseOf, kindOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import type {
  CallOfPerson,
  EarlierRequest,
  EarlierRequests,
  UseOfProgram,
} from '../../../../usecases/people/history-of-person.js';
import type { SimilarRequest } from '../../../../usecases/requests/similar-requests.js';
import type { Texts } from '../../../text/texts.js';
import { staffPaths } from '../staff-paths.js';

interface Context {
  texts: Texts;
  program: Program;
}

export interface RequestLine {
  href: string;
  reference: string;
  detail: string;
  /** Where its answer is read. */
  answer: { href: string; text: string } | null;
}

/** Requests in nearly the same words, for a notice. */
export function alikeLines({ texts, program }: Context, similar: readonly SimilarRequest[]): RequestLine[] {
  return similar.map(({ id, reference, percent, whose, status, receivedAt }) => ({
    href: staffPaths.request(id),
    reference,
    detail: [
      texts.staff.knownBefore.alike(percent, whose),
      texts.staff.statuses[status],
      texts.dates.dayOf(receivedAt, program.zone),
    ].join(' · '),
    answer: null,
  }));
}

/** Beside the case: earlier requests of this person and organization, courses, calls and what was counted. */
export function knownBefore(
  context: Context,
  about: { requester: { id: string; name: string }; organization: { id: string; name: string } | null },
  { others, use, reviews }: { others: EarlierRequests; use: UseOfProgram; reviews: boolean },
) {
  const { requester, organization } = about;
  const t = context.texts.staff.knownBefore;
  const person = staffPaths.desk('requesters/:id', requester.id);
  const all = (href: string, { latest, inAll }: EarlierRequests['own']) =>
    inAll > latest.length ? { href, text: t.all(inAll) } : null;
  return {
    signals: use.signals.map((signal) => t.signal(signal)),
    own: {
      heading: t.own(requester.name),
      rows: others.own.latest.map((one) => requestLine(context, one)),
      all: all(person, others.own),
    },
    colleagues: organization && {
      heading: t.colleagues(organization.name),
      rows: others.colleagues.latest.map((one) => requestLine(context, one, one.requester.name)),
    },
    courses: use.passed.map((id) => courseOf(context.program, id)?.title ?? id),
    calls: use.calls.slice(0, MOST_CALLS).map((call) => callLine(context, call)),
    review: reviews
      ? {
          href: staffPaths.desk('conduct/open/:person', requester.id),
          text: context.texts.staff.desk.conduct.open.link,
        }
      : null,
    allCalls: use.calls.length > MOST_CALLS ? { href: person, text: t.all(use.calls.length) } : null,
  };
}

const MOST_CALLS = 5;

export function requestLine(
  { texts, program }: Context,
  { id, reference, status, kind, receivedAt, respondedAt }: Omit<EarlierRequest, 'requester'>,
  ...more: string[]
): RequestLine {
  const t = texts.staff.knownBefore;
  return {
    href: staffPaths.request(id),
    reference,
    detail: [
      ...more,
      kindOf(program, kind)?.label ?? kind,
      texts.staff.statuses[status],
      texts.dates.dayOf(receivedAt, program.zone),
    ].join(' · '),
    answer:
      respondedAt && (status === 'responded' || status === 'closed')
        ? {
            href: `${staffPaths.request(id)}#draft`,
            text: t.answered(texts.dates.dayOf(respondedAt, program.zone)),
          }
        : null,
  };
}

export interface CallLine {
  href: string;
  title: string;
  detail: string;
  question: { href: string; text: string } | null;
}

export function callLine(
  { texts, program }: Context,
  { callId, title, startsAt, attended, question }: CallOfPerson,
): CallLine {
  const t = texts.staff.knownBefore;
  return {
    href: staffPaths.call(callId),
    title,
    detail: [texts.dates.dayOf(startsAt, program.zone), ...(attended ? [t.attended] : [])].join(' · '),
    question: question && {
      href: staffPaths.aboutCall('questions/:question', callId, question.id),
      text: t.asked,
    },
  };
}
