import type { Actor, StaffRole } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Services } from '../../ports/services.js';
import { openCaseText } from './case-text.js';
import { logAccess } from './read-request.js';
import { visibleRequest } from './visible-request.js';

export interface AnswerLetter {
  reference: string;
  receivedAt: Instant;
  sentAt: Instant;
  to: { name: string; organization: string | null };
  /** The supervisor who has confirmed: it went to them too. */
  copyTo: string | null;
  question: string;
  /** Markdown. */
  body: string;
  /** Who wrote it, as far as the program tells that outside. */
  writtenBy: { name: string | null; role: StaffRole | null };
}

/** The answer with what it answers, for whom a request is visible. Reading it is logged. */
export async function answerLetter(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<AnswerLetter>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  const texts = await services.db.caseText.findMany({
    where: { requestId: row.id, field: { in: ['response', 'questions'] }, status: 'effective' },
    orderBy: { createdAt: 'asc' },
  });
  const last = (field: string) => texts.filter((text) => text.field === field).at(-1);
  const answer = last('response');
  const asked = last('questions');
  if (!answer || !row.respondedAt) return refuse('no-response-yet');
  await logAccess(services, actor, row.id, 'response');
  return ok({
    reference: row.reference,
    receivedAt: row.receivedAt.toISOString(),
    sentAt: row.respondedAt.toISOString(),
    to: { name: row.requesterName, organization: row.organizationName },
    copyTo: row.supervisorStatus === 'confirmed' ? row.supervisorName : null,
    question: asked ? openCaseText(services, row, asked) : '',
    body: openCaseText(services, row, answer),
    writtenBy: await signature(services, row.programVersionId, answer.author),
  });
}

/** The program as it was when the request came in: nobody's name is told by a rule made later. */
async function signature(
  services: Services,
  programVersionId: string,
  author: string,
): Promise<AnswerLetter['writtenBy']> {
  const [kind, id] = author.split(':');
  const writer =
    kind === 'user' && id
      ? await services.db.staff.findUnique({ where: { id }, select: { name: true, role: true } })
      : null;
  if (!writer) return { name: null, role: null };
  const { responseSignature } = await services.programs.byVersion(services.db, programVersionId);
  return {
    name: responseSignature === 'name-and-role' ? writer.name : null,
    role: writer.role as StaffRole,
  };
}
