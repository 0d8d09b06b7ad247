import type { AbsenceEvent, AbsenceState } from '../../domain/absences/absence-state.js';
import { goesOver, requestDue } from '../../domain/absences/goes-over.js';
import { bindingDate } from '../../domain/requests/binding-date.js';
import { isOpen, OPEN_STATUSES, type RequestStatus } from '../../domain/requests/statuses.js';
import { addDays } from '../../domain/time/add-days.js';
import { createZone } from '../../domain/time/zone.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { tellRequest } from '../requests/tell-request.js';
import { dayOf } from './absence-row.js';

/** What changed hands with an event: numbers and references, for whoever is told. */
export interface MovedWork {
  requests: number;
  tasks: number;
  /** Of the requests. */
  references: string[];
  /** At the return: handed over once, and now done or with others. */
  elsewhere: number;
  /** At the return: given to whoever was away, meanwhile. */
  given: number;
}

/** What says by when a request is to be answered. */
const DATES = { status: true, targetAt: true, dueAt: true, followUpDueAt: true } as const;
type Dated = Parameters<typeof bindingDate<Date>>[0];

/** What a conflict wall hides from somebody does not come to them. */
const noneFor = (staffId: string) => ({ none: { staffId, brokenAt: null } });

/** What is due first; what waits for somebody comes last. */
const dueFirst = (one: Dated, other: Dated): number =>
  (bindingDate(one)?.getTime() ?? Number.POSITIVE_INFINITY) -
    (bindingDate(other)?.getTime() ?? Number.POSITIVE_INFINITY) || 0;

const NONE: MovedWork = { requests: 0, tasks: 0, references: [], elsewhere: 0, given: 0 };

interface About {
  state: AbsenceState;
  event: AbsenceEvent;
}
type Moves = (rec: Recording, services: RecordServices, about: About) => Promise<MovedWork>;

/** Work is told to change hands by a fact of each request: what is somebody else's when it hears of it stays there. */
export function moveWork(rec: Recording, services: RecordServices, about: About): Promise<MovedWork> {
  return (MOVES[about.event.type] ?? (async () => NONE))(rec, services, about);
}

const MOVES: Partial<Record<AbsenceEvent['type'], Moves>> = {
  begun: handOver,
  async changed(rec, services, about) {
    const { before } = about.event.data;
    const { status, standInId, personId } = about.state;
    if (status !== 'under-way' || before === undefined || standInId === null) return NONE;
    // Nobody stood in when it began: their work has waited for somebody until now.
    const { absenceId } = about.state;
    if (before === null && (await rec.tx.absenceItem.count({ where: { absenceId } })) === 0) {
      return handOver(rec, services, about);
    }
    return items(rec, services, { ...about, from: before ?? personId, to: standInId, covers: 'away' });
  },
  async returned(rec, services, about) {
    const { takeBack, standInId, personId, beginsAt } = about.state;
    const back =
      takeBack && standInId !== null
        ? await items(rec, services, { ...about, from: standInId, to: personId, covers: 'back' })
        : NONE;
    return { ...back, ...(await meanwhile(rec, about, beginsAt, back.requests)) };
  },
};

/** All that is open of theirs, or what is due before they are back. Their list is read once: later it is given with knowledge. */
async function handOver(
  rec: Recording,
  { programs }: RecordServices,
  { state, event }: About,
): Promise<MovedWork> {
  const { absenceId, personId, standInId, work, lastDay, returnsAt } = state;
  if (work === 'mails' || standInId === null) return NONE;
  const { tx } = rec;
  const zone = createZone(programs.current().program.zone);
  const cover = { work, lastDay, returnsAt: returnsAt ?? zone.at(addDays(lastDay, 1), '00:00') };
  const theirRequests = await tx.taRequest.findMany({
    where: {
      assigneeId: personId,
      walls: noneFor(standInId),
      OR: [
        { status: { in: [...OPEN_STATUSES] } },
        { status: 'responded', followUpAskedAt: { not: null }, followUpAnsweredAt: null },
      ],
    },
    orderBy: { id: 'asc' },
    select: { id: true, episode: true, reference: true, ...DATES },
  });
  const requests = theirRequests.filter((request) => goesOver(cover, requestDue(request))).sort(dueFirst);
  const theirTasks = await tx.requestTask.findMany({
    where: { assigneeId: personId, status: 'open', request: { walls: noneFor(standInId) } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: { id: true, dueOn: true, requestId: true, request: { select: { episode: true } } },
  });
  const tasks = theirTasks.filter(({ dueOn }) => goesOver(cover, { on: dayOf(dueOn) }));
  await tx.absenceItem.createMany({
    data: [
      ...requests.map(({ id }) => ({ absenceId, requestId: id })),
      ...tasks.map(({ id, requestId }) => ({ absenceId, requestId, task: id })),
    ],
    skipDuplicates: true,
  });
  const fact = {
    v: 1,
    kind: 'work-moved',
    absenceId,
    covers: 'away',
    from: personId,
    to: standInId,
    at: event.at,
  } as const;
  for (const request of requests) tellRequest(rec, request, { ...fact, task: null });
  for (const { id, requestId, request } of tasks) {
    tellRequest(rec, { id: requestId, episode: request.episode }, { ...fact, task: id });
  }
  return {
    ...NONE,
    requests: requests.length,
    tasks: tasks.length,
    references: requests.map(({ reference }) => reference),
  };
}

/** Of what was handed over, whatever `from` still has. */
async function items(
  rec: Recording,
  _services: RecordServices,
  { state, event, from, to, covers }: About & { from: string; to: string; covers: 'away' | 'back' },
): Promise<MovedWork> {
  const { absenceId } = state;
  const rows = await rec.tx.absenceItem.findMany({
    where: { absenceId, request: { walls: noneFor(to) } },
    orderBy: [{ requestId: 'asc' }, { task: 'asc' }],
    include: {
      request: {
        select: {
          id: true,
          episode: true,
          reference: true,
          assigneeId: true,
          ...DATES,
          followUpAskedAt: true,
          followUpAnsweredAt: true,
          tasks: { where: { status: 'open' }, select: { id: true, assigneeId: true } },
        },
      },
    },
  });
  const hasIt = ({ task, request }: (typeof rows)[number]): string | null | undefined =>
    task === ''
      ? isWork(request)
        ? request.assigneeId
        : null
      : request.tasks.find(({ id }) => id === task)?.assigneeId;
  const moved = rows.filter((row) => hasIt(row) === from);
  // A request may not have heard yet that it was handed over: it is told of the one after the other.
  const told = rows.filter((row) => [from, state.personId].includes(hasIt(row) ?? ''));
  for (const { task, request } of told) {
    tellRequest(rec, request, {
      v: 1,
      kind: 'work-moved',
      absenceId,
      covers,
      task: task === '' ? null : task,
      from,
      to,
      at: event.at,
    });
  }
  const requests = moved
    .filter(({ task }) => task === '')
    .sort((one, other) => dueFirst(one.request, other.request));
  return {
    ...NONE,
    requests: requests.length,
    tasks: moved.length - requests.length,
    references: requests.map(({ request }) => request.reference),
  };
}

/** Open, or answered with a follow-up question that is not. */
const isWork = (request: { status: string; followUpAskedAt: Date | null; followUpAnsweredAt: Date | null }) =>
  isOpen(request.status as RequestStatus) ||
  (request.status === 'responded' && request.followUpAskedAt !== null && request.followUpAnsweredAt === null);

async function meanwhile(
  { tx }: Recording,
  { state: { absenceId, personId } }: About,
  beginsAt: string | null,
  back: number,
): Promise<Pick<MovedWork, 'elsewhere' | 'given'>> {
  const handedOver = await tx.absenceItem.count({ where: { absenceId, task: '' } });
  const [given] = await tx.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM ta_request r
    WHERE r.assignee_id = ${personId}::uuid AND (r.process_state->>'assignedAt') >= ${beginsAt ?? ''}`;
  return { elsewhere: Math.max(0, handedOver - back), given: given.count };
}
