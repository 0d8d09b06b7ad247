import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.js';
import { until } from './system.js';

const driver = join(projectRoot, 'test/infrastructure/fixtures/run-stubs.mjs');

/** `npm start` with stand-ins for web and worker; reads dist/, which `npm test` builds first. */
export function startStubs(env: Record<string, string>) {
  const child = spawn(process.execPath, [driver], { env: { ...process.env, NODE_OPTIONS: '', ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    ended,
    output: () => output,
    says: (text: string) =>
      until(
        () => output.includes(text),
        () => `"${text}" in:\n${output}`,
      ),
  };
}
