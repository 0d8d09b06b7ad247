import { type PollEnd, pollEnd } from '../../domain/calls/poll-end.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { CallRow } from './call-row.js';
import { seriesRule } from './load-series.js';

type Keyed = Pick<RecordServices, 'vault'>;

/** For who signs in; with `personToken` after it, for the reader of one mail. */
export function pollLink({ appUrl }: Pick<RecordServices, 'appUrl'>, callId: string): string {
  return `${appUrl}/calls/${callId}/poll`;
}

/** Proves to the poll that its bearer may answer. Made from call and person, so it is stored nowhere and names nobody. */
export function pollToken({ vault }: Keyed, callId: string, personId: string): string {
  return vault.fingerprint('poll-link', `${callId}/${personId}`);
}

/** One answer for each person and call; without the desk's secret nobody can tell whose. */
export function pollAnswerKey({ vault }: Keyed, callId: string, personId: string): string {
  return vault.fingerprint('poll-answer', `${callId}/${personId}`);
}

/** Until when the questions about a call may be answered; a call of a series the program has no more takes no answers. */
export function pollEndOf(
  services: Pick<RecordServices, 'programs'>,
  call: Pick<CallRow, 'seriesId' | 'endsAt' | 'recapPublishedAt'>,
): PollEnd | null {
  const series = seriesRule(services, call.seriesId);
  return (
    series &&
    pollEnd({
      endsAt: call.endsAt.toISOString(),
      recapPublishedAt: call.recapPublishedAt?.toISOString() ?? null,
      days: series.pollDays,
      zone: services.programs.current().program.zone,
    })
  );
}

/** Who may answer: everybody approved for the series, and whoever was there. */
export async function pollVoters(
  tx: Transaction,
  call: { id: string; seriesId: string },
  personId: string | null = null,
): Promise<string[]> {
  const only = personId === null ? {} : { personId };
  const registered = await tx.callRegistration.findMany({
    where: { seriesId: call.seriesId, status: 'approved', ...only },
    select: { personId: true },
  });
  const present = await tx.callAttendance.findMany({
    where: { callId: call.id, ambiguous: false, ...only },
    select: { personId: true },
  });
  return [...new Set([...registered, ...present].flatMap((row) => row.personId ?? []))];
}
