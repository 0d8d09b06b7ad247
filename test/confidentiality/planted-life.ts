import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createKey } from '../../src/api/auth/create-key.js';
import type { StaffRole } from '../../src/domain/people/actor.js';
import { projectRoot } from '../../src/project-root.js';
import { createVisitor } from '../api/support/form-visitor.js';
import type { TestApp } from '../api/support/test-app.js';
import { submission } from '../support/desk.js';
import type { SmtpSink } from '../support/smtp-sink.js';
import { type TestSystem, until } from '../support/system.js';
import type { Canaries, Family } from './canaries.js';

export interface Planting {
  system: TestSystem;
  sink: SmtpSink;
  canaries: Canaries;
  /** What commands printed. */
  said: string[];
}

const asTestApp = (system: TestSystem) =>
  ({
    call: (path, { method, body, headers } = {}) =>
      fetch(`${system.url}${path}`, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        redirect: 'manual',
        headers: { 'user-agent': 'canary browser', ...headers },
        body: body as string | FormData | undefined,
      }),
  }) as TestApp;

/** Everything people can type, typed once, with a word of its own in every field. */
export function planter({ system, sink, canaries, said }: Planting) {
  const word = (family: Family, field: string) => canaries.plant(family, field);
  const address = (field: string) => `${word('person', field)}@legal-aid.example`;
  const name = (field: string) => `${word('person', field).replace(/^p/, 'P')} Ortiz`;

  /** A submission full of canaries. `family` of what tells who is asking; refused ones may leave nothing at all. */
  function full(what: string, family: Family = 'person', over: object = {}, requester: object = {}) {
    return submission(
      {
        supervisor: {
          name: `${word(family, `${what}: supervisor's name`)} Ito`,
          email: `${word(family, `${what}: supervisor's address`)}@legal-aid.example`,
          role: 'attorney',
        },
        clientAlias: word('case', `${what}: label`),
        facts: `The client ${word('case', `${what}: facts`)} was brought here.`,
        questions: `Is ${word('case', `${what}: questions`)} enough?`,
        ...over,
      },
      {
        name: `${word(family, `${what}: requester's name`)} Ortiz`,
        email: `${word(family, `${what}: requester's address`)}@legal-aid.example`,
        organization: `${word(family, `${what}: organization`)} Legal Aid`,
        role: 'paralegal',
        ...requester,
      },
    );
  }

  async function expectApi(
    status: number,
    method: string,
    path: string,
    body?: unknown,
    options: { as?: StaffRole; idempotencyKey?: string } = {},
  ) {
    const answer = await system.api(method, path, { body, ...options });
    if (answer.status !== status) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  }
  const request = (id: string) => `/api/v1/ta-requests/${id}`;
  const decide = (id: string, decision: object, as?: StaffRole) =>
    expectApi(200, 'POST', `${request(id)}/decisions`, decision, { as });
  const submit = async (body: object) =>
    (await expectApi(201, 'POST', '/api/v1/ta-requests', body)).id as string;

  return { word, address, name, full, expectApi, request, decide, submit, visitor, signIn, desk, upload };

  function visitor() {
    return createVisitor(asTestApp(system));
  }

  /** Follows the link in the newest mail to this address. */
  async function signIn(browser: ReturnType<typeof visitor>, email: string): Promise<string> {
    const link = () =>
      sink.received
        .filter(({ recipients }) => recipients.includes(email))
        .map(({ text }) => /https?:\/\/\S+\/sign-in\/confirm\?\S+/.exec(text)?.[0])
        .filter((found) => found !== undefined)
        .at(-1);
    await until(
      () => link() !== undefined,
      () => 'a mail with a link to sign in',
    );
    const { pathname, search, searchParams } = new URL(link() as string);
    await browser.open(pathname + search);
    const answer = await browser.send(pathname + search, {
      token: searchParams.get('token') ?? '',
      next: searchParams.get('next') ?? '',
    });
    return answer.headers.get('location') ?? '';
  }

  /** `npm run desk -- …` on what was built. */
  async function desk(...args: string[]): Promise<void> {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [join(projectRoot, 'dist/cli/main.js'), ...args],
      { env: { PATH: process.env.PATH, DATA_DIR: system.dataDir, LOG_LEVEL: 'debug' } },
    );
    said.push(stdout, stderr);
  }

  async function upload(id: string, fileName: string, content: string): Promise<void> {
    const { services } = await system.wired();
    const { key } = await createKey(services.db, { name: 'upload', role: 'coordinator' });
    const form = new FormData();
    form.set('file', new Blob([content], { type: 'text/plain' }), fileName);
    form.set('documentKind', 'other-document');
    const answer = await fetch(`${system.url}${request(id)}/documents`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${key}` },
    });
    if (answer.status !== 201) throw new Error(`upload answered ${answer.status}: ${await answer.text()}`);
  }
}

export type Planter = ReturnType<typeof planter>;

/** Columns of the import that are planted; the rest as the older form had them. */
export async function writeImport(folder: string, plant: Planter): Promise<string> {
  const file = join(folder, 'older-form.csv');
  const columns = 'received_at,name,email,role,organization,kind,topics,facts,questions';
  const cells = [
    new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10),
    plant.name('import: name'),
    plant.address('import: address'),
    'attorney',
    `${plant.word('person', 'import: organization')} Legal Aid`,
    'case-consultation',
    'immigration',
    `The client ${plant.word('case', 'import: facts')}.`,
    `Is ${plant.word('case', 'import: questions')} enough?`,
  ];
  await writeFile(file, `${columns}\n${cells.join(',')}\n`);
  return file;
}
