import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from '@swc/core';
import { projectRoot } from '../../src/project-root.js';
import { workflowBundle } from '../support/workflow-bundle.js';
import type { NamedRun } from './histories.js';
import { HISTORY_KEYS, HISTORY_NAMESPACE } from './test-keys.js';

export interface Replayer {
  /** Replays on today's workflow code in a process in that zone; tells what became of each, and the zone's hours. */
  replay(runs: NamedRun[], zone: string): Promise<{ hours: number; outcomes: Record<string, string> }>;
  close(): Promise<void>;
}

const NEEDED = ['adapters/crypto', 'adapters/temporal', 'adapters/temporal/codec'];

/** Bundles the workflows and compiles the codec once. Call `close()` in afterAll. */
export async function createReplayer({ keys = HISTORY_KEYS }: { keys?: string } = {}): Promise<Replayer> {
  const folder = await mkdtemp(join(tmpdir(), 'replay-'));
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await cp(join(projectRoot, 'test/replay/replay-all.mjs'), join(folder, 'replay-all.mjs'));
  await Promise.all(NEEDED.map((part) => compile(part, folder)));
  await cp(await workflowBundle(), join(folder, 'workflows.js'));
  return {
    async replay(runs, TZ) {
      const job = { keys, namespace: HISTORY_NAMESPACE, runs };
      await writeFile(join(folder, 'job.json'), JSON.stringify(job));
      const { stdout } = await promisify(execFile)(process.execPath, ['replay-all.mjs'], {
        cwd: folder,
        env: { ...process.env, TZ, NODE_OPTIONS: '' },
      });
      return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function compile(part: string, folder: string): Promise<void> {
  const from = join(projectRoot, 'src', part);
  for (const file of (await readdir(from)).filter((name) => /\.c?ts$/.test(name))) {
    const source = await readFile(join(from, file), 'utf8');
    const commonJs = file.endsWith('.cts');
    const { code } = commonJs
      ? { code: source }
      : await transform(source, {
          filename: file,
          jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        });
    const to = join(folder, 'src', part, file.replace(/ts$/, 'js'));
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, code);
  }
}
