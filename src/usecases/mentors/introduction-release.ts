import type { IntroductionEvent, IntroductionState } from '../../domain/mentors/introduction-state.js';
import { isIntroductionOver } from '../../domain/mentors/introduction-statuses.js';
import { actorRef } from '../../domain/people/actor.js';
import { LIVE_RELEASES } from '../../domain/releases/release-statuses.js';
import { releaseWorkflowId } from '../../domain/releases/workflow-id.js';
import { addDays } from '../../domain/time/add-days.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { todayOf } from '../calendar/today-of.js';
import { withKey } from '../data-keys.js';
import { followingCommand } from '../following-command.js';
import type { Recording } from '../recording.js';
import { beginRelease } from '../releases/begin-release.js';
import type { IntroductionRow } from './introduction-row.js';

type Whose = Pick<IntroductionRow, 'id' | 'requestId'>;

/** Of the requester alone: name, address and organization. */
const PARTS = ['contact'] as const;

const releaseIdOf = (id: string) => followingCommand(id, 'release');

/**
 * Whether the mentor may be told now who the requester is: their yes is a release, which ends and is revoked as any. Those of
 * before releases were recorded have none, and neither has one whose request was erased: there the yes itself counts.
 */
export async function mayTellMentor(
  tx: Pick<Transaction, 'release'>,
  { id, requestId }: Whose,
  at: Date,
): Promise<boolean> {
  if (requestId === null) return true;
  const release = await tx.release.findUnique({ where: { id: releaseIdOf(id) } });
  return release === null || (release.status === 'in-force' && release.expiresAt > at);
}

/** The same of several, by their ids: those of which the mentor may not be told. */
export async function notToTell(
  tx: Pick<Transaction, 'release'>,
  ids: readonly string[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx.release.findMany({
    where: {
      introductionId: { in: [...ids] },
      OR: [{ status: { not: 'in-force' } }, { expiresAt: { lte: at } }],
    },
    select: { introductionId: true },
  });
  return new Set(rows.flatMap(({ introductionId }) => introductionId ?? []));
}

/** What an introduction's event means for its release: the requester's yes is one, and what comes to nothing needs none. */
export async function keepItsRelease(
  rec: Recording,
  services: RecordServices,
  { row, state, event }: { row: IntroductionRow; state: IntroductionState; event: IntroductionEvent },
): Promise<void> {
  const { tx } = rec;
  const { id, requestId } = row;
  if (requestId === null) return;
  if (event.type === 'requester-consented' || event.type === 'introduced') {
    const releaseId = releaseIdOf(id);
    // A mentor's yes to what a requester agreed to before releases were recorded.
    if ((await tx.release.count({ where: { id: releaseId } })) > 0) return;
    const request = await tx.taRequest.findUniqueOrThrow({
      where: { id: requestId },
      select: { id: true, ...withKey },
    });
    const requester = actorRef({ kind: 'person', id: row.requesterId, name: '', email: '' });
    const { defaultDays } = services.programs.current().program.releases;
    await beginRelease(rec, services, {
      ...{ id: releaseId, request, recipientKind: 'mentor', parts: PARTS, how: 'act', actor: requester },
      until: addDays(todayOf(services, rec.at), defaultDays),
      introductionId: id,
    });
  } else if (isIntroductionOver(state.status) && state.status !== 'closed') {
    const live = await tx.release.findMany({
      where: { introductionId: id, status: { in: LIVE_RELEASES } },
      select: { id: true },
    });
    for (const release of live) {
      const fact = { v: 1, kind: 'not-needed', at: rec.at.toISOString() } as const;
      rec.outbox.signal('releaseFact', releaseWorkflowId(release.id), fact);
    }
  }
}
