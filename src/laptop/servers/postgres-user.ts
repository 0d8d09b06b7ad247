import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { SetupError } from './setup-error.js';

/** How to run a command so that PostgreSQL accepts it: it refuses to run as root. */
export interface RunAs {
  /** Owner the cluster's files must have; null when we are that user already. */
  owner: { uid: number; gid: number } | null;
  wrap(command: string, args: string[]): { command: string; args: string[]; uid?: number; gid?: number };
}

const asOurselves: RunAs = { owner: null, wrap: (command, args) => ({ command, args }) };

/**
 * Chooses the user for the embedded PostgreSQL. As an ordinary user: that user. As root: `postgres` if the system
 * has it, else `nobody`. When a folder above the files is closed to that user (a clone in /root, a DATA_DIR with
 * mode 700) the server gets the one capability to pass through, instead of us opening up somebody's folders.
 */
export function choosePostgresUser(input: { dataDir: string; binary: string }): RunAs {
  if (process.getuid?.() !== 0) return asOurselves;
  const owner = accountIds('postgres') ?? accountIds('nobody');
  if (!owner)
    throw new SetupError(
      'PostgreSQL can not run as root, and this system has neither a postgres nor a nobody account.\nStart as an ordinary user, or set DATABASE_URL.',
    );
  const plain: RunAs = { owner, wrap: (command, args) => ({ command, args, ...owner }) };
  const closed = [...closedFolders(input.dataDir, owner), ...closedFolders(input.binary, owner)];
  if (closed.length === 0) return plain;

  const passThrough = [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    // Else the system's own "may I run this?" answers without the capability.
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--',
  ];
  const setpriv = (command: string, args: string[]) => ({
    command: 'setpriv',
    args: [...passThrough, command, ...args],
  });
  const probe = setpriv(input.binary, ['--version']);
  try {
    execFileSync(probe.command, probe.args, { stdio: 'ignore' });
    return { owner, wrap: setpriv };
  } catch {
    const data = resolve(input.dataDir);
    if (closed.every((folder) => folder === data)) {
      chmodSync(data, 0o711);
      return plain;
    }
    throw new SetupError(
      `PostgreSQL can not run as root, and the account it would run as can not enter ${closed[0]}.\n` +
        'Start as an ordinary user, or move the folder (or DATA_DIR) to where other accounts may pass through, or set DATABASE_URL.',
    );
  }
}

function accountIds(name: string): { uid: number; gid: number } | null {
  try {
    const read = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    return null;
  }
}

/** Folders from the path up to the root that the account may not pass through. */
function closedFolders(path: string, owner: { uid: number; gid: number }): string[] {
  const closed: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const info = statIfThere(folder);
    if (info?.isDirectory()) {
      const bit = info.uid === owner.uid ? 0o100 : info.gid === owner.gid ? 0o010 : 0o001;
      if ((info.mode & bit) === 0) closed.push(folder);
    }
    if (folder === dirname(folder)) return closed;
  }
}

function statIfThere(path: string) {
  try {
    accessSync(path, constants.F_OK);
    return statSync(path);
  } catch {
    return null;
  }
}
