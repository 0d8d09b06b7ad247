import { formatShortDateTime } from '../../../../domain/time/format.js';
import type { Services } from '../../../../ports/services.js';
import { subjectOf, troubleOf } from '../../../../usecases/process-trouble.js';
import type { Texts } from '../../../text/texts.js';

/** What is due of a call or series can't be carried out; null: all is well. */
export async function heldUpNotice(
  { db }: Services,
  texts: Texts,
  workflowId: string,
  zone: string,
): Promise<{ title: string; text: string } | null> {
  const trouble = await troubleOf(db, workflowId);
  if (!trouble) return null;
  const since = formatShortDateTime(trouble.since.toISOString(), zone);
  return { title: texts.staff.heldUpTitle, text: texts.staff.heldUp(since, subjectOf(workflowId)) };
}
