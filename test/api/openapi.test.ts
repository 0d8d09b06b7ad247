import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import openapiTS, { astToString } from 'openapi-typescript';
import { buildDocument } from '../../src/api/openapi/build-document.js';
import { V1 } from '../../src/api/v1-routes.js';
import { projectRoot } from '../../src/project-root.js';

/** The API's document as others' tools read it. */

const run = promisify(execFile);
const document = buildDocument(V1);
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ta-desk-openapi-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Exit code and output; what a tool has to say, it says on standard output. */
async function node(tool: string, args: string[]): Promise<{ code: number; output: string }> {
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  };
  return run(process.execPath, [join(projectRoot, 'node_modules', tool), ...args], { cwd: dir, env }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout }) => ({ code, output: stdout }),
  );
}

test('redocly lint finds nothing in it, not even to warn of', async () => {
  await writeFile(join(dir, 'openapi.json'), JSON.stringify(document));
  const { output } = await node('@redocly/cli/bin/cli.js', [
    'lint',
    'openapi.json',
    '--extends=recommended',
    '--format=json',
  ]);
  const { problems } = JSON.parse(output) as { problems: unknown[] };
  expect(problems).toEqual([]);
});

const CLIENT = `
import type { components, operations, paths } from './api.js';

type Body<O extends keyof operations> = operations[O] extends {
  requestBody: { content: { 'application/json': infer B } };
} ? B : never;
type Answer<O extends keyof operations, S extends keyof operations[O]['responses']> =
  operations[O]['responses'][S] extends { content: { 'application/json': infer A } } ? A : never;

const submission: Body<'submitRequest'> = {
  requester: { name: 'Ada', email: 'ada@example.org', role: 'attorney' },
  kind: 'case-consultation',
  topics: ['immigration'],
  facts: 'Facts',
  questions: 'Questions',
  acknowledgesScope: true,
};
const extend: Body<'decideRequest'> = { kind: 'extend', businessDays: 3, reason: 'More time' };
// @ts-expect-error: an extension says for how many days
const broken: Body<'decideRequest'> = { kind: 'extend', reason: 'More time' };

export function dueAt(request: Answer<'submitRequest', 201>): string | null {
  return request.status === 'queued' ? request.dueAt : request.answerBy?.at ?? null;
}
export const code = (problem: components['schemas']['Problem']): 'duplicate-request' | string => problem.code;
export type ById = paths['/ta-requests/{id}']['get']['parameters']['path']['id'];
export const sent = [submission, extend, broken];
`;

test('a client made from it by openapi-typescript compiles, and knows bodies, answers and problems', async () => {
  const types = astToString(await openapiTS(JSON.stringify(document)));
  await writeFile(join(dir, 'api.ts'), types);
  await writeFile(join(dir, 'client.ts'), CLIENT);
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
  expect(await node('typescript/bin/tsc', [...options, 'client.ts'])).toEqual({ code: 0, output: '' });
});
