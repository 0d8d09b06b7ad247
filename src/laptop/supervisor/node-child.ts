import { spawn } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { stopProcess } from '../../adapters/host/process-kit.js';
import { projectRoot } from '../../project-root.js';
import type { Env } from '../servers/tool-cache.js';
import type { Running } from './keeper.js';

const guard = new URL('./child-guard.js', import.meta.url).href;

/**
 * Starts one of our own programs, e.g. `dist/server.js`, in its own process group with its output in a log.
 * The open channel tells it when we are gone.
 */
export function startNodeChild(input: { script: string; env: Env; logFile: string }): Promise<Running> {
  const log = openSync(input.logFile, 'a', 0o600);
  return new Promise<Running>((started, reject) => {
    const child = spawn(process.execPath, ['--import', guard, resolve(projectRoot, input.script)], {
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
      env: input.env as NodeJS.ProcessEnv,
    });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      child.channel?.unref();
      const pid = child.pid as number;
      started({ pid, stop: () => stopProcess(pid, { first: 'SIGTERM', graceMs: 35_000, last: 'SIGKILL' }) });
    });
  }).finally(() => closeSync(log));
}

/** Keeps one older log beside the current one. */
export function rotateLog(file: string, maxBytes = 20_000_000): void {
  try {
    if (statSync(file).size > maxBytes) renameSync(file, `${file}.1`);
  } catch {
    // Not there yet.
  }
}

/** Runs one of our programs to its end and answers what it printed; null when it fails or takes too long. */
export function runNodeScript(input: {
  script: string;
  env: Env;
  timeoutMs: number;
}): Promise<string | null> {
  return new Promise((answer) => {
    const child = spawn(process.execPath, [resolve(projectRoot, input.script)], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: input.env as NodeJS.ProcessEnv,
      timeout: input.timeoutMs,
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', () => answer(null));
    child.once('close', (code) => answer(code === 0 ? output.trim() : null));
  });
}
