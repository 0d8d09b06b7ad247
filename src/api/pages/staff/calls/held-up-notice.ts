import type { Services } from '../../../../activities/ports.js';
import { formatShortDateTime } from '../../../../domain/time/format.js';
import { subjectOf, troubleOf } from '../../../../records/process-trouble.js';
import { heldUpText, heldUpTitle } from '../../../text/held-up.js';

/** What is due of a call or series can't be carried out; null: all is well. */
export async function heldUpNotice(
  { db }: Services,
  workflowId: string,
  zone: string,
): Promise<{ title: string; text: string } | null> {
  const trouble = await troubleOf(db, workflowId);
  if (!trouble) return null;
  const since = formatShortDateTime(trouble.since.toISOString(), zone);
  return { title: heldUpTitle, text: heldUpText(since, subjectOf(workflowId)) };
}
