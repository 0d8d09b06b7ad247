import { randomUUID } from 'node:crypto';
import type { Submission } from '../../domain/requests/submission.schema.js';
import { type FieldError, ok, type Result, refuse } from '../../domain/result.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { queueMessage } from '../mail/queue-message.js';
import { acceptRequest } from './accept-request.js';
import { addressesOf } from './recipients.js';

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
  detail: string;
  errors: FieldError[];
}

const TIMEOUT_MS = 10 * 60_000;

class Refused extends Error {}

/**
 * Takes over open requests of an older form with their receipt dates, all or none. Nobody is mailed about the past;
 * coordinators get one digest. `problems` names every row that stands in the way.
 */
export async function importRequests(
  services: RecordServices,
  rows: readonly RequestToImport[],
  progress: (done: number) => void = () => undefined,
): Promise<Result<ImportReport> & { problems?: RowProblem[] }> {
  const kicks: string[] = [];
  const problems: RowProblem[] = [];
  try {
    const report = await services.db.$transaction(
      async (tx) => {
        const at = services.clock.now();
        let overdue = 0;
        for (const [n, row] of rows.entries()) {
          const accepted = await acceptRequest(tx, services, (id) => void (id && kicks.push(id)), {
            submission: row.submission,
            actor: 'system',
            onBehalfOf: null,
            receivedAt: new Date(row.receivedAt),
            at,
            imported: true,
          });
          if (!accepted.ok) {
            const { detail, errors = [] } = accepted.problem;
            problems.push({ line: row.line, detail, errors });
          } else if (accepted.value.dueAt && accepted.value.dueAt < at) overdue += 1;
          if ((n + 1) % 100 === 0) progress(n + 1);
        }
        if (problems.length > 0) throw new Refused();
        const digest =
          rows.length > 0 ? await queueDigest(tx, services, { count: rows.length, overdue, at }) : null;
        if (digest) kicks.push(digest);
        return { imported: rows.length, overdue };
      },
      { maxWait: 10_000, timeout: TIMEOUT_MS },
    );
    await services.relay.kick(kicks);
    return ok(report);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...refuse('invalid', 'Some rows can’t be taken over; nothing was.'), problems };
  }
}

async function queueDigest(
  tx: Transaction,
  services: RecordServices,
  { count, overdue, at }: { count: number; overdue: number; at: Date },
): Promise<string | null> {
  const { program } = services.programs.current();
  const nobody = { requesterEmail: '', supervisorEmail: null, assigneeId: null };
  return queueMessage(tx, services, {
    kind: 'digest',
    aboutId: null,
    to: await addressesOf(tx, program, nobody, ['coordinators']),
    data: {
      organizationName: program.organization.shortName,
      contactEmail: program.organization.email,
      link: `${services.appUrl}/staff`,
      count,
      overdueCount: overdue,
      audience: 'staff',
    },
    effectKey: `import/${randomUUID()}`,
    at,
  });
}
