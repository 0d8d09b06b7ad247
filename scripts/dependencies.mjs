import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at, hashOf, Refusal, readIf, runQuietly, say } from './lib.mjs';

const stampFile = at('node_modules', '.ta-desk-lock');

export const dependenciesAreCurrent = () => readIf(stampFile) === hashOf(['package-lock.json']);

/** Installs what package-lock.json names, unless it is there already. */
export async function ensureDependencies() {
  if (dependenciesAreCurrent()) return;
  if (!installedByHand()) {
    say('Installing packages; about a minute, once …');
    const npm = process.env.npm_execpath?.endsWith('.js')
      ? { command: process.execPath, args: [process.env.npm_execpath] }
      : { command: 'npm', args: [] };
    try {
      await runQuietly({
        command: npm.command,
        // Whatever NODE_ENV says: building needs the development packages too.
        args: [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
        waiting: 'Installing packages',
      });
    } catch (error) {
      throw new Refusal(
        `The packages could not be installed (npm ci):\n${error.message}\nIs the network there?`,
      );
    }
  }
  writeFileSync(stampFile, hashOf(['package-lock.json']));
}

/** npm's own record of what stands in node_modules says the same as the lock file. */
function installedByHand() {
  const record = at('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, extraneous }]) => {
    if (path === '') return true;
    return installed[path] ? installed[path].version === version : Boolean(optional || extraneous);
  });
}
