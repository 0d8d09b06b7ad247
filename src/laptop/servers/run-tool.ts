import { spawn } from 'node:child_process';
import type { Env, Progress } from './tool-cache.js';

export interface ToolRun {
  command: string;
  args: string[];
  cwd?: string;
  env: Env;
  /** Said every ten seconds with the seconds passed, so that a slow step doesn't look like a hang. */
  waiting: string;
  log: Progress;
  /** Ends the tool when this answers true; asked every half second with the ms passed. */
  giveUp?: (ms: number) => boolean;
}

/** Runs a build or download tool; its output is kept for the error message only. */
export function runTool(input: ToolRun): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const started = Date.now();
    let output = '';
    const child = spawn(input.command, input.args, {
      cwd: input.cwd,
      env: input.env as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const speak = setInterval(() => {
      input.log(`${input.waiting} … ${Math.round((Date.now() - started) / 1000)} s`);
    }, 10_000);
    const watch = setInterval(() => {
      if (input.giveUp?.(Date.now() - started)) child.kill('SIGKILL');
    }, 500);
    const abandon = () => child.kill('SIGTERM');
    process.once('exit', abandon);
    const finish = (ok: boolean) => {
      process.off('exit', abandon);
      clearInterval(speak);
      clearInterval(watch);
      resolve({ ok, output: output.trim() });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}
