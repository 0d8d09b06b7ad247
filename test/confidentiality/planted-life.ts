import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { StaffRole } from '../../src/domain/people/actor.js';
import { projectRoot } from '../../src/project-root.js';
import { createKey } from '../../src/usecases/keys/create-key.js';
import { createVisitor } from '../api/support/form-visitor.js';
import type { TestApp } from '../api/support/test-app.js';
import { submission } from '../support/desk.js';
import type { SmtpSink } from '../support/smtp-sink.js';
import { type TestSystem, until } from '../support/system.js';
import type { Canaries, Family } from './canaries.js';
import { freeTextOfPage, plantedInApi, plantedOnPage } from './free-text.js';

export interface Planting {
  system: TestSystem;
  sink: SmtpSink;
  canaries: Canaries;
  /** What commands printed. */
  said: string[];
  /** Fields words were put into, and inputs of pages that take words, as `free-text.ts` names them. */
  seen: { planted: Set<string>; inputs: Set<string> };
}

/** The running system as a visitor's browser calls it; notes which inputs its pages have, and which get a word. */
const asTestApp = (system: TestSystem, agent: string, seen: Planting['seen']) =>
  ({
    async call(path, { method, body, headers } = {}) {
      const typed = new URLSearchParams(typeof body === 'string' ? body : path.split('?')[1]);
      for (const field of plantedOnPage(path, Object.fromEntries(typed))) seen.planted.add(field);
      const answer = await fetch(`${system.url}${path}`, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        redirect: 'manual',
        headers: { 'user-agent': agent, ...headers },
        body: body as string | FormData | undefined,
      });
      for (const input of freeTextOfPage(path, await answer.clone().text())) seen.inputs.add(input);
      return answer;
    },
  }) as TestApp;

/** Everything people can type, typed once, with a word of its own in every field. */
export function planter({ system, sink, canaries, said, seen }: Planting) {
  const word = (family: Family, field: string) => canaries.plant(family, field);
  /** Links to sign in, each good for once. */
  const followed = new Set<string>();
  const agent = `${word('person', 'browser')} browser`;
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
    for (const field of plantedInApi(method, path, body)) seen.planted.add(field);
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

  const inDays = (n: number) => new Date(system.now().getTime() + n * 86_400_000).toISOString().slice(0, 10);

  return {
    now: system.now,
    inDays,
    word,
    address,
    name,
    full,
    expectApi,
    request,
    decide,
    submit,
    visitor,
    signIn,
    confirmForm,
    formLink,
    tokenIn,
    desk,
    upload,
    sendReport,
  };

  function visitor() {
    return createVisitor(asTestApp(system, agent, seen));
  }

  /** What the newest mail about this has in its link. */
  async function tokenIn(about: string, link: RegExp): Promise<string> {
    const { services } = await system.wired();
    let token: string | undefined;
    await until(
      async () => {
        const mails = await services.db.message.findMany({
          where: { OR: [{ aboutId: about }, { relatedId: about }] },
          select: { messageId: true },
        });
        const received = sink.received.filter(({ messageId }) =>
          mails.some((mail) => mail.messageId === messageId),
        );
        token = received.map(({ text }) => link.exec(text)?.[1]).findLast((found) => found !== undefined);
        return token !== undefined;
      },
      () => 'a mail with such a link',
    );
    return token as string;
  }

  /** Follows the link in the newest mail to this address. */
  async function signIn(browser: ReturnType<typeof visitor>, email: string): Promise<string> {
    const link = () =>
      sink.received
        .filter(({ recipients }) => recipients.includes(email))
        .map(({ text }) => /https?:\/\/\S+\/sign-in\/confirm\?\S+/.exec(text)?.[0])
        .findLast((found) => found !== undefined && !followed.has(found));
    await until(
      () => link() !== undefined,
      () => 'a mail with a link to sign in',
    );
    const newest = link() as string;
    followed.add(newest);
    const { pathname, search, searchParams } = new URL(newest);
    await browser.open(pathname + search);
    const answer = await browser.send(pathname + search, {
      token: searchParams.get('token') ?? '',
      next: searchParams.get('next') ?? '',
    });
    return answer.headers.get('location') ?? '';
  }

  /** The link of a form in the newest mail to this address, once so many have come. */
  async function formLink(email: string, mails: number): Promise<string> {
    const links = () =>
      sink.received
        .filter(({ recipients }) => recipients.includes(email))
        .map(({ text }) => /https?:\/\/\S+(\/request\/confirm\/\w+)/.exec(text)?.[1])
        .filter((found) => found !== undefined);
    await until(
      () => links().length >= mails,
      () => `${mails} mails with the link of a form`,
    );
    return links().at(-1) as string;
  }

  /** Follows the link of a form in the second mail to this address, from another browser too, and confirms it. */
  async function confirmForm(browser: ReturnType<typeof visitor>, email: string): Promise<string> {
    const link = await formLink(email, 2);
    const elsewhere = visitor();
    await elsewhere.open(link);
    await elsewhere.send(link, { email: address('form: address typed elsewhere') });
    await elsewhere.send(link, { email });
    await elsewhere.open(link);
    const answer = await browser.send(link, { confirms: 'yes' });
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

  /** Zoom's report of who was there, as staff export it. */
  async function sendReport(path: string, report: string): Promise<void> {
    const { services } = await system.wired();
    const { key } = await createKey(services.db, { name: 'report', role: 'coordinator' });
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'text/csv' };
    const answer = await fetch(`${system.url}${path}`, { method: 'POST', body: report, headers });
    if (answer.status !== 200)
      throw new Error(`the report answered ${answer.status}: ${await answer.text()}`);
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
export type Browser = ReturnType<Planter['visitor']>;

/** Columns of the import that are planted; the rest as the older form had them. */
export async function writeImport(folder: string, plant: Planter): Promise<string> {
  const file = join(folder, 'older-form.csv');
  const columns = 'received_at,name,email,role,organization,kind,topics,facts,questions';
  const cells = [
    plant.inDays(-20),
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
