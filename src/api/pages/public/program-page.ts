import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../../project-root.js';
import { renderMarkdown } from '../../views/render-markdown.js';

/** A page the program writes itself (`program/pages/<name>.md`), as safe HTML; null when there is none. */
export async function programPage(
  name: string,
  programDir = join(projectRoot, 'program'),
): Promise<string | null> {
  try {
    return renderMarkdown(await readFile(join(programDir, 'pages', `${name}.md`), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
