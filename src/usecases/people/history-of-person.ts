import type { Actor } from '../../domain/people/actor.js';
import { type OveruseSignal, overuseSignals, type UseFacts } from '../../domain/people/overuse.js';
import { callSeriesOf } from '../../domain/program/lookup.js';
import type { RequestStatus } from '../../domain/requests/statuses.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { passedBy } from '../completions/passed-courses.js';
import { sql } from '../sql.js';
import { notHidden } from '../walls/hidden-from.js';
import { refuseUnless } from './refuse-unless.js';

/** A call somebody asked for or came to. */
export interface CallOfPerson {
  callId: string;
  title: string;
  startsAt: string;
  attended: boolean;
  /** Their question there. */
  question: { id: string; status: string } | null;
}

/** What somebody has made of the program so far. */
export interface UseOfProgram {
  passed: string[];
  /** Latest first. */
  calls: CallOfPerson[];
  signals: OveruseSignal[];
}

const MOST_CALLS = 20;

/** Courses passed, calls, and what was counted; two round trips, however much it is. Refuses `forbidden`. */
export async function useOfProgram(
  services: Services,
  actor: Actor,
  personId: string,
): Promise<Result<UseOfProgram>> {
  const refused = refuseUnless(actor, 'people.read');
  if (refused) return refused;
  const [counted, calls] = await Promise.all([
    counts(services, actor, personId),
    callsOf(services, personId),
  ]);
  const { passed, ...facts } = counted;
  const rules = services.programs.current().program.signals.overuse;
  return ok({ passed, calls, signals: overuseSignals(facts, rules) });
}

async function counts(
  { db, clock, programs }: Services,
  actor: Actor,
  personId: string,
): Promise<UseFacts & { passed: string[] }> {
  const { days } = programs.current().program.signals.overuse;
  const since = new Date(clock.now().getTime() - days * 86_400_000);
  // What an older form said, or a question for a call, says nothing of resources.
  const asked = sql`received_at >= ${since} AND NOT imported AND from_question_id IS NULL`;
  const [row] = await db.$queryRaw<[UseFacts & { passed: string[] }]>`
    WITH own AS (SELECT id, received_at, imported, from_question_id, reviewed_resources, status, ended_at, clock_events
      FROM ta_request r WHERE requester_id = ${personId}::uuid AND status <> 'merged' AND ${notHidden(actor)}),
    advice AS (
      SELECT e.at FROM own JOIN process_event e ON e.request_id = own.id
      WHERE e.type = 'redirected' AND e.data->>'to' IN ('resources', 'workshop')
      UNION ALL
      SELECT own.ended_at FROM own WHERE own.status = 'lapsed' AND NOT own.clock_events @> '[{"type": "started"}]')
    SELECT ${passedBy(personId)} AS passed,
      (SELECT count(*)::int FROM own WHERE received_at >= ${since}) AS recent,
      (SELECT count(*)::int FROM own WHERE ${asked}) AS asked,
      (SELECT count(*)::int FROM own WHERE ${asked} AND NOT reviewed_resources) AS unreviewed,
      (SELECT count(*)::int FROM advice) AS advised,
      EXISTS (SELECT FROM completion WHERE person_id = ${personId}::uuid AND passed
        AND completed_at > (SELECT min(at) FROM advice)) AS "learnedSince"`;
  return row;
}

async function callsOf({ db, programs }: Services, personId: string): Promise<CallOfPerson[]> {
  const rows = await db.$queryRaw<
    {
      callId: string;
      seriesId: string;
      startsAt: Date;
      attended: boolean;
      questionId: string | null;
      status: string | null;
    }[]
  >`
    SELECT c.id AS "callId", c.series_id AS "seriesId", c.starts_at AS "startsAt",
      a.call_id IS NOT NULL AS attended, q.id AS "questionId", q.status
    FROM (SELECT DISTINCT call_id FROM call_attendance WHERE person_id = ${personId}::uuid) a
    FULL JOIN (SELECT DISTINCT ON (call_id) call_id, id, status FROM call_question
      WHERE person_id = ${personId}::uuid ORDER BY call_id, asked_at DESC) q ON q.call_id = a.call_id
    JOIN call c ON c.id = coalesce(a.call_id, q.call_id)
    ORDER BY c.starts_at DESC, c.id LIMIT ${MOST_CALLS}`;
  const { program } = programs.current();
  return rows.map(({ callId, seriesId, startsAt, attended, questionId, status }) => ({
    callId,
    title: callSeriesOf(program, seriesId)?.title ?? seriesId,
    startsAt: startsAt.toISOString(),
    attended,
    question: questionId && status ? { id: questionId, status } : null,
  }));
}

/** A request of before, of the same person or organization. */
export interface EarlierRequest {
  id: string;
  reference: string;
  status: RequestStatus;
  kind: string;
  receivedAt: string;
  respondedAt: string | null;
  requester: { id: string; name: string };
}

export interface EarlierRequests {
  /** Of the same person. */
  own: { latest: EarlierRequest[]; inAll: number };
  /** Of others at the same organization. */
  colleagues: { latest: EarlierRequest[]; inAll: number };
}

const MOST_EARLIER = 5;

/** Other requests of whoever asked, and of their organization; the latest few of each, and how many there are. */
export async function otherRequests(
  { db }: Services,
  actor: Actor,
  of: { id: string; requesterId: string; organizationId: string | null },
): Promise<Result<EarlierRequests>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  type Row = {
    id: string;
    reference: string;
    status: RequestStatus;
    kind: string;
    receivedAt: Date;
    respondedAt: Date | null;
    requesterId: string;
    requesterName: string;
    own: boolean;
    inAll: number;
  };
  const fields = sql`id, reference, status, kind, received_at AS "receivedAt", responded_at AS "respondedAt",
    requester_id AS "requesterId", requester_name AS "requesterName"`;
  // An index has each part by receipt and counts it: of a large organization no rows are read but those that are shown.
  const seen = notHidden(actor);
  const ofOrganization = sql`organization_id = ${of.organizationId}::uuid AND ${seen}`;
  const ofPerson = sql`requester_id = ${of.requesterId}::uuid AND ${seen}`;
  const rows = await db.$queryRaw<Row[]>`
    (SELECT ${fields}, true AS own, (SELECT count(*)::int FROM ta_request r
        WHERE ${ofPerson} AND id <> ${of.id}::uuid) AS "inAll" FROM ta_request r
      WHERE ${ofPerson} AND id <> ${of.id}::uuid
      ORDER BY received_at DESC, id LIMIT ${MOST_EARLIER})
    UNION ALL
    (SELECT ${fields}, false, (SELECT count(*)::int FROM ta_request r WHERE ${ofOrganization})
        - (SELECT count(*)::int FROM ta_request r WHERE ${ofPerson} AND ${ofOrganization}) FROM ta_request r
      WHERE ${ofOrganization} AND requester_id <> ${of.requesterId}::uuid
      ORDER BY received_at DESC, id LIMIT ${MOST_EARLIER})`;
  const part = (own: boolean) => {
    const found = rows.filter((row) => row.own === own);
    return { latest: found.map(earlier), inAll: found[0]?.inAll ?? 0 };
  };
  return ok({ own: part(true), colleagues: part(false) });

  function earlier({ requesterId, requesterName, receivedAt, respondedAt, ...row }: Row): EarlierRequest {
    return {
      id: row.id,
      reference: row.reference,
      status: row.status,
      kind: row.kind,
      receivedAt: receivedAt.toISOString(),
      respondedAt: respondedAt?.toISOString() ?? null,
      requester: { id: requesterId, name: requesterName },
    };
  }
}

/** Somebody who was named as supervisor in requests of a person. */
export interface NamedSupervisor {
  id: string;
  name: string;
  requests: number;
  /** As it stands in the latest of them. */
  status: string;
}

const MOST_SUPERVISORS = 20;

/** Whom somebody named as supervisor, the latest first. */
export async function supervisorsNamed(
  { db }: Services,
  actor: Actor,
  personId: string,
): Promise<Result<NamedSupervisor[]>> {
  const refused = refuseUnless(actor, 'people.read');
  if (refused) return refused;
  return ok(
    await db.$queryRaw<NamedSupervisor[]>`
      SELECT supervisor_id AS id, (array_agg(supervisor_name ORDER BY received_at DESC, id))[1] AS name,
        count(*)::int AS requests, (array_agg(supervisor_status ORDER BY received_at DESC, id))[1] AS status
      FROM ta_request r WHERE requester_id = ${personId}::uuid AND supervisor_id IS NOT NULL AND ${notHidden(actor)}
      GROUP BY supervisor_id ORDER BY max(received_at) DESC, supervisor_id LIMIT ${MOST_SUPERVISORS}`,
  );
}
