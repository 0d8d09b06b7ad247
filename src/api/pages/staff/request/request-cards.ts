import { courseOf, documentOf, kindOf, roleOf, topicLabels } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { KEPT_ANSWERS, type KeptAnswers } from '../../../../domain/requests/submission.schema.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import type { Away } from '../../../../usecases/absences/away-now.js';
import type { NamedRequest } from '../../../../usecases/requests/merged-requests.js';
import type { Texts } from '../../../text/texts.js';
import { suggestedResources } from '../../form/suggested-resources.js';
import { awayWords } from '../absences/away-words.js';
import { dueWords } from '../parts/due-words.js';
import { staffPaths } from '../staff-paths.js';
import { domainsDiffer } from './domains-differ.js';

export interface CardRow {
  key: string;
  value: string;
  href?: string;
}

export interface Card {
  title: string;
  rows: CardRow[];
  warning?: { title: string; text: string };
}

interface CardContext {
  texts: Texts;
  now: Date;
  zone: string;
  program: Program;
  other: NamedRequest | null;
  answersToo: NamedRequest[];
  organization: { id: string } | null;
  /** Whoever has it is away. */
  away: Away | null;
  releasesInForce: number;
}

/** What stands beside the case: dates, who asked, who supervises. */
export function requestCards(view: RequestView, context: CardContext): Card[] {
  return [datesCard(view, context), requesterCard(view, context), ...supervisorCard(view, context)];
}

function datesCard(
  view: RequestView,
  { texts, now, zone, program, other, answersToo, away, releasesInForce }: CardContext,
): Card {
  const { queue, request: t, desk } = texts.staff;
  const walls = desk['walls/:id'];
  const shares = desk['releases/:id'];
  const { clock, courtOrFilingDeadline: court } = view;
  const waits = view.waitingFor.map((id) => t.waits[id] ?? courseOf(program, id)?.title ?? id);
  return {
    title: t.dates,
    rows: [
      { key: t.due, value: dueWords(texts, view, now, zone).long },
      ...(court ? [{ key: t.courtDate[court.kind] ?? court.kind, value: texts.dates.date(court.date) }] : []),
      { key: t.received, value: texts.dates.pair(view.receivedAt, zone) },
      { key: t.clock, value: `${t.clockStates[clock.state]}, ${t.used(clock.businessDaysUsed)}` },
      { key: t.ledgerKey, value: t.ledger, href: staffPaths.clock(view.id) },
      {
        key: shares.link,
        value: shares.linkText(releasesInForce),
        href: staffPaths.desk('releases/:id', view.id),
      },
      { key: walls.link, value: walls.linkText, href: staffPaths.desk('walls/:id', view.id) },
      {
        key: t.assignee,
        value: [view.assignee?.name ?? queue.nobody, awayWords(texts, away)].filter(Boolean).join(', '),
      },
      ...(waits.length > 0 ? [{ key: t.waitingFor, value: waits.join('; ') }] : []),
      ...(other ? [{ key: t.mergedInto, ...linked(other) }] : []),
      ...answersToo.map((merged) => ({ key: t.answersToo, ...linked(merged) })),
    ],
  };
}

const linked = ({ id, reference }: NamedRequest) => ({ value: reference, href: staffPaths.request(id) });

function requesterCard({ requester }: RequestView, { texts, program, organization }: CardContext): Card {
  const { request: t } = texts.staff;
  return {
    title: t.requester,
    rows: [
      {
        key: t.name,
        value: requester.name,
        ...(requester.id ? { href: staffPaths.desk('requesters/:id', requester.id) } : {}),
      },
      { key: t.email, value: requester.email, href: `mailto:${requester.email}` },
      { key: t.role, value: roleOf(program, requester.role)?.label ?? requester.role },
      ...(requester.organization
        ? [
            {
              key: t.organization,
              value: requester.organization,
              ...(organization ? { href: staffPaths.desk('organizations/:id', organization.id) } : {}),
            },
          ]
        : []),
      ...(requester.state ? [{ key: t.state, value: requester.state }] : []),
      ...(requester.licensedIn.length > 0
        ? [{ key: t.licensed, value: requester.licensedIn.join(', ') }]
        : []),
      ...(requester.ovcGrantee ? [{ key: t.ovc, value: t.yes }] : []),
    ],
  };
}

function supervisorCard({ supervisor, requester }: RequestView, { texts, program }: CardContext): Card[] {
  const { request: t } = texts.staff;
  if (!supervisor) return [];
  const { name, email, role, status } = supervisor;
  return [
    {
      title: t.supervisor,
      rows: [
        { key: t.name, value: name },
        { key: t.email, value: email, href: `mailto:${email}` },
        { key: t.role, value: roleOf(program, role)?.label ?? role },
        { key: t.confirmation, value: t.supervisorStatus[status] ?? status },
      ],
      ...(domainsDiffer(requester.email, email) ? { warning: t.domainsDiffer } : {}),
    },
  ];
}

/** What the case is about, below the words. */
export function caseRows(
  view: RequestView,
  more: { texts: Texts; program: Program; clientAlias: string | null; answers: KeptAnswers },
): CardRow[] {
  const { program } = more;
  const { request: t } = more.texts.staff;
  return [
    { key: t.kind, value: kindLabel(view, program) },
    { key: t.topics, value: topicLabels(program, view.topics) },
    ...(more.clientAlias ? [{ key: t.label, value: more.clientAlias }] : []),
    ...answerRows(view, more),
  ];
}

/** Answers of the form that were given, or could have been. */
function answerRows(
  view: RequestView,
  { texts, program, answers }: { texts: Texts; program: Program; answers: KeptAnswers },
): CardRow[] {
  const { yes, no } = texts.staff.request;
  return KEPT_ANSWERS.flatMap((name) => {
    // Where one is more than a yes or no, it wants words of its own here.
    const said: boolean = answers[name];
    const asked = said || (ASKED[name]?.(view, program) ?? true);
    return asked ? [{ key: texts.requester.form.forStaff[name], value: said ? yes : no }] : [];
  });
}

const ASKED: Partial<Record<keyof KeptAnswers, typeof askedOfResources>> = {
  reviewedResources: askedOfResources,
};

/** A "no" where nobody was asked is none: on a call, or where there was nothing to look at. */
function askedOfResources({ fromCall, topics, requester }: RequestView, program: Program): boolean {
  return !fromCall && suggestedResources({ topics, role: requester.role }, program).length > 0;
}

export function kindLabel(
  { kind, documentKind }: Pick<RequestView, 'kind' | 'documentKind'>,
  program: Program,
): string {
  const label = kindOf(program, kind)?.label ?? kind;
  const document = documentKind ? (documentOf(program, documentKind)?.label ?? documentKind) : null;
  return document ? `${label}: ${document}` : label;
}
