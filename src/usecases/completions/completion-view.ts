import type { Completion } from '../../adapters/database/generated/client.js';
import type { CompletionView } from '../../domain/training/completion.schema.js';

export const COMPLETED_BY = {
  person: { include: { emails: { orderBy: { email: 'asc' } } } },
} as const;

/** One as the API answers it. Of several addresses the one that is asked with: the answer is the same each time. */
export function completionView(
  row: Completion & { person: { emails: readonly { email: string }[] } },
  askedWith?: string,
): CompletionView {
  const emails = row.person.emails.map(({ email }) => email);
  return {
    id: row.id,
    email: askedWith !== undefined && emails.includes(askedWith) ? askedWith : (emails[0] ?? ''),
    courseId: row.courseId,
    passed: row.passed,
    awaitsDecision: row.saidPassed !== null && row.settledAt === null,
    score: row.score,
    completedAt: row.completedAt.toISOString(),
    source: row.source,
    sourceId: row.sourceId,
    recordedAt: row.recordedAt.toISOString(),
  };
}
