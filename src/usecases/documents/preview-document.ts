import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import { PreviewError, type PreviewFault, type PreviewPage } from '../../ports/previews.js';
import type { Services } from '../../ports/services.js';
import type { DocumentView } from './document.schema.js';
import { mayBeShown } from './media-type.js';
import { readDocument } from './read-documents.js';

/** Of a long document the rest is for whoever downloads it. */
export const MOST_PREVIEWED = 30;

export interface Preview {
  view: DocumentView;
  page: number;
  drawn: PreviewPage | { fault: PreviewFault };
}

/** A page of a document as a picture, drawn in a process of its own. It is a reading like any other, and written down. */
export async function previewDocument(
  services: Services,
  actor: Actor,
  { page, ...document }: { id: string; documentId: string; page: number },
): Promise<Result<Preview>> {
  const found = await readDocument(services, actor, document);
  if (!found.ok) return found;
  const { view, content } = found.value;
  const answer = (drawn: Preview['drawn']) => ok({ view, page, drawn });
  if (page > MOST_PREVIEWED || !(await mayBeShown(found.value))) return answer({ fault: 'unreadable' });
  try {
    return answer(await services.previews.draw({ mediaType: view.mediaType, content, page }));
  } catch (error) {
    if (error instanceof PreviewError) return answer({ fault: error.fault });
    throw error;
  }
}
