import type { Request } from 'express';
import { formatShortDateTime } from '../../../../domain/time/format.js';
import { subjectOf } from '../../../../usecases/process-trouble.js';
import { heldUpSince } from '../../../../usecases/read-trouble.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';

/** What is due of a call or series can't be carried out; null: all is well. */
export async function heldUpNotice(
  services: AppServices,
  { actor, texts }: Pick<Request, 'actor' | 'texts'>,
  workflowId: string,
  zone: string,
): Promise<{ title: string; text: string } | null> {
  const heldUp = unwrap(await heldUpSince(services, actor, workflowId));
  if (!heldUp) return null;
  const since = formatShortDateTime(heldUp.toISOString(), zone);
  return { title: texts.staff.heldUpTitle, text: texts.staff.heldUp(since, subjectOf(workflowId)) };
}
