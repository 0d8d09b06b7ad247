import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectRoot } from '../../src/project-root.js';

interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

/** Where they are missing, `npm ci` refuses the file on a fresh clone. `node scripts/complete-lock.mjs` adds them. */
test('the lock file names the packages of other platforms too', () => {
  const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Entry>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name, version]) =>
          /^\d/.test(version) &&
          !packages[`${path}/node_modules/${name}`] &&
          !packages[`node_modules/${name}`],
      )
      .map(([name]) => name),
  );
  expect(missing).toEqual([]);
});
