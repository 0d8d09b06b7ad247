import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { errorHandler } from '../../../../src/api/middleware/error-handler.js';
import { uploads } from '../../../../src/api/middleware/uploads.js';
import { staffRouter } from '../../../../src/api/pages/staff/staff-router.js';
import { createViewEngine } from '../../../../src/api/views/create-view-engine.js';
import { serveAssets } from '../../../../src/api/views/serve-assets.js';
import type { Actor, StaffRole } from '../../../../src/domain/people/actor.js';
import { startDesk, type TestDesk } from '../../../support/desk.js';

export type StaffUser = Extract<Actor, { kind: 'user' }>;

export interface Page {
  status: number;
  location: string | null;
  html: string;
}

/** The staff pages over a real desk; who is signed in is said with each call. */
export interface StaffSite {
  desk: TestDesk;
  url: string;
  person(name: string, role: StaffRole): Promise<StaffUser>;
  get(as: Actor, path: string): Promise<Page>;
  post(as: Actor, path: string, form?: Record<string, string> | URLSearchParams | FormData): Promise<Page>;
  close(): Promise<void>;
}

export async function startStaffSite(options: { startAt: string; series?: boolean }): Promise<StaffSite> {
  const desk = await startDesk(options);
  const { services } = desk.wired;
  const actors = new Map<string, Actor>();
  const app = express();
  app.set('query parser', 'simple');
  createViewEngine({ app, programs: services.programs });
  app.use('/assets', serveAssets());
  app.use(express.urlencoded({ extended: false }));
  app.use((req, res, next) => {
    const who = req.get('x-test-actor') ?? /test-actor=([^;]+)/.exec(req.get('cookie') ?? '')?.[1];
    req.actor = actors.get(who ?? '') ?? { kind: 'public' };
    req.csrfToken = 'csrf';
    Object.assign(res.locals, { actor: req.actor, csrfToken: 'csrf', now: services.clock.now() });
    next();
  });
  app.use(uploads);
  app.use(staffRouter({ services }));
  app.use(errorHandler(services.log));
  const listening = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;

  const call = async (as: Actor, path: string, init: RequestInit = {}): Promise<Page> => {
    const who = 'id' in as ? as.id : as.kind;
    actors.set(who, as);
    const answer = await fetch(`${url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { 'x-test-actor': who, accept: 'text/html' },
    });
    return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
  };
  return {
    desk,
    url,
    async person(name, role) {
      const id = randomUUID();
      const email = `${name.toLowerCase().replace(/\W+/g, '.')}@program.example`;
      await services.db.staff.create({ data: { id, name, email, role, createdAt: services.clock.now() } });
      const actor: StaffUser = { kind: 'user', id, role, name, email };
      actors.set(id, actor);
      return actor;
    },
    get: (as, path) => call(as, path),
    post: (as, path, form = {}) =>
      call(as, path, { method: 'POST', body: form instanceof FormData ? form : new URLSearchParams(form) }),
    async close() {
      listening.closeAllConnections();
      await new Promise((resolve) => listening.close(resolve));
      await desk.close();
    },
  };
}

/** The hidden inputs of a page's form. */
export function hiddenOf(html: string): Record<string, string> {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
}

/** What the error summary says, in order. */
export function summaryOf(html: string): string[] {
  const list = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
  return [...list.matchAll(/<li>\s*(?:<a[^>]*>)?([^<]+)/g)].map(([, text]) => (text ?? '').trim());
}
