import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.js';
import type { Env } from '../servers/tool-cache.js';
import { runNodeScript } from './node-child.js';

const script = 'dist/cli/admin-link.js';

/** A one-time sign-in link, or null when none is due. Made by a process of its own: we don't open the database. */
export async function adminLink(env: Env): Promise<string | null> {
  if (!existsSync(join(projectRoot, script))) return null;
  return (await runNodeScript({ script, env, timeoutMs: 30_000 })) || null;
}
