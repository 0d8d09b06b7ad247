import { readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../project-root.js';
import { runTool } from './run-tool.js';
import type { Env, Progress } from './tool-cache.js';

/** In a process of its own: a hanging connection inside the SDK's native part can only be ended from outside. */
const script = `
import { TestWorkflowEnvironment } from '@temporalio/testing';
const [kind, downloadDir] = process.argv.slice(-2);
const server = { executable: { type: 'cached-download', downloadDir } };
const env = kind === 'dev-server' ? await TestWorkflowEnvironment.createLocal({ server }) : await TestWorkflowEnvironment.createTimeSkipping({ server });
await env.teardown();
process.exit(0);
`;

/**
 * Lets the Temporal SDK download one of its servers and moves the file to `target`.
 * Gives up after ten seconds without a byte (closed networks), after ten minutes in any case.
 */
export async function downloadBySdk(input: {
  kind: 'dev-server' | 'time-skipping';
  target: string;
  env: Env;
  log: Progress;
}): Promise<{ ok: true } | { ok: false; reason: string }> {
  await mkdir(dirname(input.target), { recursive: true });
  const dir = await mkdtemp(join(dirname(input.target), 'download-'));
  try {
    const { ok, output } = await runTool({
      command: process.execPath,
      args: ['--input-type=module', '-e', script, input.kind, dir],
      cwd: projectRoot,
      env: { ...input.env, NODE_OPTIONS: '' },
      waiting: "Temporal's own download",
      log: input.log,
      giveUp: (ms) => ms > 600_000 || (ms > 9_000 && bytesIn(dir) === 0),
    });
    const [file] = ok ? await readdir(dir) : [];
    if (!file) return { ok: false, reason: reasonOf(output) };
    await rename(join(dir, file), input.target);
    return { ok: true };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function bytesIn(dir: string): number {
  return readdirSync(dir).reduce((sum, name) => sum + statSync(join(dir, name)).size, 0);
}

/** The SDK's message repeats its URL; the cause stands at its end. */
function reasonOf(output: string): string {
  const line = output.split('\n').find((text) => text.includes('download')) ?? '';
  return (
    line
      .split('): ')
      .at(-1)
      ?.replace(/\W{1,9}$/, '') || 'no answer within ten seconds'
  );
}
