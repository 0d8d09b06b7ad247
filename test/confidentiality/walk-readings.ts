import { randomUUID } from 'node:crypto';
import { V1 } from '../../src/api/v1-routes.js';
import type { Database } from '../../src/ports/database.js';
import { WALKS } from '../e2e/walked-pages.js';
import type { TestDesk } from '../support/desk.js';
import { cookiesOf } from '../support/sign-in.js';
import type { TestSystem } from '../support/system.js';
import { findCanaries } from './canaries.js';

export interface Readings {
  /** Templates of addresses that showed what is said about a case, `page …` or `api …`. */
  shown: Set<string>;
  /** Those of them that left no row of who read it and whence. */
  unwritten: Set<string>;
}

/** Of each page and operation as many as this, with ids of their own: what there is differs from case to case. */
const OF_EACH = 6;

/**
 * Opens every page of staff and every GET of the API that there is something for, and looks where words of a case stood
 * in the answer whether somebody's reading was written down meanwhile, with the way they came.
 */
export async function walkReadings(system: TestSystem): Promise<Readings> {
  const wired = await system.wired();
  const { db } = wired.services;
  const found: Readings = { shown: new Set(), unwritten: new Set() };
  const email = 'reader@desk.example';
  const id = randomUUID();
  await db.staff.create({ data: { id, email, name: 'Reader', role: 'director', createdAt: system.now() } });
  const cookie = await cookiesOf({ config: wired.config, wired } as unknown as TestDesk, email);

  const open = async (whence: 'page' | 'api', path: string, template: string): Promise<string> => {
    const before = await newest(db);
    const answer =
      whence === 'page'
        ? await fetch(`${system.url}${path}`, {
            headers: { cookie, accept: 'text/html' },
            redirect: 'manual',
          })
        : await fetch(`${system.url}${path}`, { headers: { authorization: `Bearer ${await key}` } });
    const text = await answer.text();
    if (answer.status !== 200 || !findCanaries(text).some(({ family }) => family === 'case')) return text;
    const name = `${whence} ${template}`;
    found.shown.add(name);
    const rows = await db.caseAccess.count({ where: { id: { gt: before }, whence } });
    if (rows === 0) found.unwritten.add(name);
    return text;
  };
  const key = (async () => {
    const { createKey } = await import('../../src/usecases/keys/create-key.js');
    return (await createKey(db, { name: 'reads', role: 'director' })).key;
  })();

  await everyPage(open);
  await everyOperation(open, db);
  return found;
}

type Open = (whence: 'page' | 'api', path: string, template: string) => Promise<string>;

const newest = async (db: Database) =>
  (await db.caseAccess.findFirst({ orderBy: { id: 'desc' }, select: { id: true } }))?.id ?? 0n;

/** From page to page, as links lead. */
async function everyPage(open: Open): Promise<void> {
  const lists = Object.values(WALKS)
    .flat()
    .map((route) => route.split(' '))
    .filter(([method, path = '']) => method === 'GET' && path.startsWith('/staff') && !path.includes(':'))
    .map(([, path = '']) => path);
  const waiting = [...lists, '/staff?tab=all', '/staff?tab=ended'];
  const seen = new Map<string, number>();
  const known = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const template = templateOf(path);
    const times = seen.get(template) ?? 0;
    if (times >= OF_EACH) continue;
    seen.set(template, times + 1);
    const html = await open('page', path, template);
    for (const [, href = ''] of html.matchAll(/href="(\/staff[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&');
      if (known.has(next)) continue;
      known.add(next);
      waiting.push(next);
    }
  }
}

const templateOf = (path: string): string =>
  (path.split('?')[0] ?? '')
    .split('/')
    .map((part) => (/^[a-z-]*$/.test(part) ? part : ':id'))
    .join('/');

/** Every GET, with the ids there are. */
async function everyOperation(open: Open, db: Database): Promise<void> {
  const requests = await db.taRequest.findMany({ select: { id: true }, orderBy: { createdAt: 'desc' } });
  const within: Record<string, (id: string) => Promise<{ id: string }[]>> = {
    versionId: (requestId) =>
      db.caseText.findMany({ where: { requestId, field: 'draft' }, select: { id: true } }),
    documentId: (requestId) => db.caseDocument.findMany({ where: { requestId }, select: { id: true } }),
    questionId: (callId) => db.callQuestion.findMany({ where: { callId }, select: { id: true } }),
    itemId: async () => [],
  };
  const ids: Record<string, { id: string }[]> = {
    'ta-requests': requests,
    calls: await db.call.findMany({ where: { questions: { some: {} } }, select: { id: true } }),
    'conduct-reviews': await db.conductReview.findMany({ select: { id: true } }),
    introductions: await db.introduction.findMany({ select: { id: true } }),
    registrations: await db.callRegistration.findMany({ select: { id: true } }),
    people: await db.person.findMany({ select: { id: true }, take: 20 }),
    organizations: await db.organization.findMany({ select: { id: true }, take: 20 }),
    mentors: await db.mentor.findMany({ select: { id: true } }),
    precedents: await db.precedent.findMany({ select: { id: true } }),
    exports: await db.caseExport.findMany({ select: { id: true } }),
    releases: await db.release.findMany({ select: { id: true } }),
    absences: await db.absence.findMany({ select: { id: true } }),
  };
  for (const { method, path } of V1) {
    if (method.toLowerCase() !== 'get') continue;
    const inner = /\{(\w+Id)\}/.exec(path)?.[1];
    const owners = path.includes('{id}') ? (ids[path.split('/')[1] ?? ''] ?? []) : [{ id: '' }];
    let times = 0;
    for (const { id } of owners) {
      const parts = inner ? ((await within[inner]?.(id)) ?? []) : [{ id: '' }];
      for (const part of parts) {
        if (times >= OF_EACH) break;
        times += 1;
        const filled = path.replace('{id}', id).replace(/\{\w+Id\}/, part.id);
        const query = inner === 'versionId' || path.endsWith('/answer-versions') ? '?of=draft' : '';
        await open('api', `/api/v1${filled}${query}`, path);
      }
    }
  }
}
