import { subjectOf } from '../../../usecases/process-trouble.js';
import { heldUpSince } from '../../../usecases/read-trouble.js';
import type { AppServices } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import type { Reader } from './staff-page.js';

/** What is due of a process can't be carried out; null: all is well. */
export async function heldUpNotice(
  services: AppServices,
  { actor, texts }: Reader,
  workflowId: string,
  zone: string,
): Promise<{ title: string; text: string } | null> {
  const heldUp = unwrap(await heldUpSince(services, actor, workflowId));
  if (!heldUp) return null;
  const since = texts.dates.shortDateTime(heldUp.toISOString(), zone);
  return { title: texts.staff.heldUpTitle, text: texts.staff.heldUp(since, subjectOf(workflowId)) };
}
