import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './run-tool.js';
import { downloadBySdk } from './sdk-download.js';
import { SetupError } from './setup-error.js';
import { type Env, findOnPath, isExecutable, type Progress, toolCacheDir } from './tool-cache.js';

/** Newest version that `go install` can build; later ones carry replace directives. */
export const temporalCliVersion = '1.5.1';
const goPackage = `github.com/temporalio/cli/cmd/temporal@v${temporalCliVersion}`;

export interface TemporalCli {
  path: string;
  source: 'TEMPORAL_CLI_PATH' | 'PATH' | 'cache' | 'download' | 'go';
}

/**
 * Finds or makes the `temporal` command, in this order: TEMPORAL_CLI_PATH, PATH, our cache, the SDK's download,
 * a build with Go (about three minutes, once). TEMPORAL_ADDRESS, the first way of all, is the caller's to check.
 * Throws SetupError listing the ways when none works.
 */
export async function provisionTemporalCli(input: { env: Env; log: Progress }): Promise<TemporalCli> {
  const { env, log } = input;
  if (env.TEMPORAL_CLI_PATH) {
    if (works(env.TEMPORAL_CLI_PATH)) return { path: env.TEMPORAL_CLI_PATH, source: 'TEMPORAL_CLI_PATH' };
    throw new SetupError(
      `TEMPORAL_CLI_PATH is ${env.TEMPORAL_CLI_PATH}, but that is no Temporal command line program that runs here.\n` +
        'Correct the path, or unset it to let Temporal be found or built.',
    );
  }
  const onPath = findOnPath('temporal', env);
  if (onPath && works(onPath)) return { path: onPath, source: 'PATH' };

  const folder = join(toolCacheDir(env), `temporal-cli-${temporalCliVersion}`);
  const cached = join(folder, process.platform === 'win32' ? 'temporal.exe' : 'temporal');
  if (isExecutable(cached) && works(cached)) return { path: cached, source: 'cache' };

  log('Temporal server: not installed; trying its download …');
  const download = await downloadBySdk({ kind: 'dev-server', target: cached, env, log });
  if (download.ok) return { path: cached, source: 'download' };
  log(`Temporal server: download not possible (${download.reason}).`);

  const go = findOnPath('go', env);
  if (!go)
    throw new SetupError(
      fiveWays(
        `There is no go command on PATH to build it, and the download failed (${download.reason}).`,
        cached,
      ),
    );
  log('Temporal server: building it with Go; about three minutes, once …');
  await mkdir(folder, { recursive: true });
  const bin = await mkdtemp(join(folder, 'build-'));
  try {
    const { ok, output } = await runTool({
      command: go,
      args: ['install', '-ldflags', '-s -w', goPackage],
      env: { ...env, GOBIN: bin },
      waiting: 'Temporal server: building with Go',
      log,
    });
    if (!ok)
      throw new SetupError(
        fiveWays(`The build with Go failed:\n${output.split('\n').slice(-8).join('\n')}`, cached),
      );
    // Renamed whole into place: a build that was interrupted, or a second one at once, leaves no half file.
    await rename(join(bin, process.platform === 'win32' ? 'temporal.exe' : 'temporal'), cached);
  } finally {
    await rm(bin, { recursive: true, force: true });
  }
  log('Temporal server: built.');
  return { path: cached, source: 'go' };
}

function works(path: string): boolean {
  try {
    return /temporal version/i.test(
      execFileSync(path, ['--version'], {
        encoding: 'utf8',
        timeout: 20_000,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  } catch {
    return false;
  }
}

function fiveWays(reason: string, cached: string): string {
  return [
    `No Temporal server. ${reason}`,
    'Any one of these helps:',
    '  1. Set TEMPORAL_ADDRESS to a Temporal server that already runs (host:port).',
    '  2. Install the Temporal command line program (https://docs.temporal.io/cli) so that `temporal` is on PATH, or set TEMPORAL_CLI_PATH to it.',
    `  3. Copy a temporal program to ${cached}.`,
    '  4. Allow this machine to reach https://temporal.download and start again.',
    '  5. Install Go 1.24 or newer (https://go.dev/dl) and start again; it is built once, in about three minutes.',
  ].join('\n');
}
