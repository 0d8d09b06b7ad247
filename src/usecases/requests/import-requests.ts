import { randomUUID } from 'node:crypto';
import type { Submission } from '../../domain/requests/submission.schema.js';
import { ok, type Problem, type Result, refuse } from '../../domain/result.js';
import type { Instant } from '../../domain/time/instant.js';
import type { RecordServices } from '../../ports/services.js';
import { lockAll } from '../lock.js';
import { queueMessage } from '../mail/queue-message.js';
import { personHeld } from '../people/find-or-create-person.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { acceptRequest, supervisorHeld } from './accept-request.js';
import { addressesOf, NOBODY } from './recipients.js';

export interface RequestToImport {
  /** Where it stood in the file; comes back with what is wrong with it. */
  line: number;
  receivedAt: Instant;
  submission: Submission;
}

export interface ImportReport {
  imported: number;
  /** Past their due date already. */
  overdue: number;
}

/** One row that can't be taken over, and why. */
export interface RowProblem {
  line: number;
  problem: Problem;
}

const TIMEOUT_MS = 10 * 60_000;

/**
 * Takes over open requests of an older form with their receipt dates, all or none. Nobody is mailed about the past;
 * coordinators get one digest. `problems` names every row that stands in the way.
 */
export async function importRequests(
  services: RecordServices,
  rows: readonly RequestToImport[],
  progress: (done: number) => void = () => undefined,
): Promise<Result<ImportReport> & { problems?: RowProblem[] }> {
  const problems: RowProblem[] = [];
  const take = (rec: Recording) => takeOver(rec, services, { rows, problems, progress });
  const taken = await recordingOrRefusal(services, take, { timeout: TIMEOUT_MS });
  return problems.length > 0 ? { ...taken, problems } : taken;
}

async function takeOver(
  rec: Recording,
  services: RecordServices,
  input: { rows: readonly RequestToImport[]; problems: RowProblem[]; progress: (done: number) => void },
): Promise<Result<ImportReport>> {
  const { rows, problems, progress } = input;
  let overdue = 0;
  // All of them before the first, or somebody who sends meanwhile and this wait for each other.
  await lockAll(
    rec.tx,
    rows.flatMap(({ submission }) => [personHeld(submission.requester.email), ...supervisorHeld(submission)]),
  );
  for (const [n, row] of rows.entries()) {
    const accepted = await acceptRequest(rec, services, {
      submission: row.submission,
      actor: 'system',
      onBehalfOf: null,
      receivedAt: new Date(row.receivedAt),
      imported: true,
    });
    if (!accepted.ok) problems.push({ line: row.line, problem: accepted.problem });
    else if (accepted.value.dueAt && accepted.value.dueAt < rec.at) overdue += 1;
    if ((n + 1) % 100 === 0) progress(n + 1);
  }
  if (problems.length > 0) return refuse('rows-not-taken');
  if (rows.length > 0) await queueDigest(rec, services, { count: rows.length, overdue });
  return ok({ imported: rows.length, overdue });
}

async function queueDigest(
  rec: Recording,
  services: RecordServices,
  { count, overdue }: { count: number; overdue: number },
): Promise<void> {
  const { tx } = rec;
  const { program } = services.programs.current();
  await queueMessage(rec, services, {
    kind: 'digest',
    aboutId: null,
    to: await addressesOf(tx, program, { ...NOBODY, at: rec.at }, ['coordinators']),
    data: {
      organizationName: program.organization.shortName,
      contactEmail: program.organization.email,
      link: `${services.appUrl}/staff`,
      count,
      overdueCount: overdue,
      audience: 'staff',
    },
    effectKey: `import/${randomUUID()}`,
  });
}
