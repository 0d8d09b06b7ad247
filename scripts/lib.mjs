// Helpers of the bootstrap scripts. Node's own modules only: on a fresh clone there is nothing else yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const at = (...parts) => join(root, ...parts);

/** Progress goes to standard error: a command's own output must stay clean. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** A failure that is told in one message, without a stack. */
export class Refusal extends Error {}

/** Runs the script's work; a Refusal ends it with its message and code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(`\n${error.message}`);
    process.exit(1);
  }
}

/** Patience with a tool that was told to stop. */
const STOP_MS = 5_000;
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a tool quietly; says every ten seconds that it still works. Resolves with its output, or rejects with it. */
export function runQuietly({ command, args, env = {}, waiting }) {
  return new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    const timer = setInterval(
      () => say(`${waiting} … ${Math.round((Date.now() - started) / 1000)} s`),
      10_000,
    );
    child.once('error', (error) => {
      output += error.message;
    });
    // Told to stop meanwhile: not before the tool has ended. npm goes on for a while, to take back what it did.
    let stoppedBy = null;
    const passOn = (name) => {
      child.kill(stoppedBy ? 'SIGKILL' : name);
      stoppedBy ??= name;
      setTimeout(() => child.kill('SIGKILL'), STOP_MS).unref();
    };
    for (const name of STOPS) process.on(name, passOn);
    child.once('close', (code) => {
      clearInterval(timer);
      for (const name of STOPS) process.removeListener(name, passOn);
      if (stoppedBy) process.kill(process.pid, stoppedBy);
      else if (code === 0) resolve(output);
      else reject(new Error(output.trim() || `${command} ended with code ${code}`));
    });
  });
}

/** Files below the folders whose names end as wished, sorted; paths from the root. */
export function filesIn(folders, endings) {
  const found = [];
  const walk = (dir) => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (endings.some((ending) => entry.name.endsWith(ending))) found.push(relative(root, path));
    }
  };
  for (const folder of folders) if (existsSync(at(folder))) walk(at(folder));
  return found.sort();
}

/** One hash over names and contents; a file that isn't there counts as such. */
export function hashOf(files, ...extra) {
  const hash = createHash('sha256').update(JSON.stringify(extra));
  for (const file of files)
    hash.update(`\0${file}\0`).update(existsSync(at(file)) ? readFileSync(at(file)) : 'missing');
  return hash.digest('hex');
}

export const readIf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);
export const versionOf = (name) =>
  JSON.parse(readIf(at('node_modules', name, 'package.json')) ?? '{}').version ?? 'none';

const stampFile = (name) => at('.build', `${name}.stamp`);
export const isStamped = (name, hash) => readIf(stampFile(name)) === hash;
export function stamp(name, hash) {
  mkdirSync(at('.build'), { recursive: true });
  writeFileSync(stampFile(name), hash);
}
