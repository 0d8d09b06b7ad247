import { ok, type Result, refuseAt } from '../../domain/result.js';
import { plainFileName } from '../../domain/text/file-name.js';
import { mediaTypeOf, TAKEN_EXTENSIONS } from './media-type.js';

/** Documents that a request may have. */
export const PER_REQUEST = 20;

/** Whether a file may be a document: a name that can be read, words in it, and of a kind that is taken. */
export async function checkFile(file: {
  name: string;
  content: Buffer;
}): Promise<Result<{ name: string; mediaType: string }>> {
  const name = plainFileName(file.name);
  if (name === null) return refuseAt('/file', 'file-name-unreadable');
  if (file.content.length === 0) return refuseAt('/file', 'file-empty');
  const mediaType = await mediaTypeOf(name, file.content);
  if (mediaType === null) return refuseAt('/file', 'file-kind-not-taken', { taken: TAKEN_EXTENSIONS });
  return ok({ name, mediaType });
}
