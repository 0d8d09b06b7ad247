import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Draft } from '../../../../../src/api/pages/form/draft.js';
import { submissionSchema } from '../../../../../src/domain/requests/submission.schema.js';
import { readFormDraft, saveFormDraft } from '../../../../../src/usecases/forms/form-drafts.js';
import { submitUnconfirmed } from '../../../../../src/usecases/requests/submit-unconfirmed.js';
import { submission } from '../../../../support/desk.js';
import { startTestApp, type TestApp } from '../../../support/test-app.js';
import { mailedLink } from '../../calls/calls-site.js';

// What the cases of the form have in common: the web side that is asked, and visitors without a browser.

export let app: TestApp;

export async function startSite(): Promise<void> {
  app = await startTestApp();
}

/** A visitor without a browser: keeps cookies, finds hidden inputs, posts forms. */
export function visitor() {
  const jar = new Map<string, string>();
  let page = '';
  const go = async (path: string, body?: Record<string, string | string[]>) => {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(body ?? {}))
      for (const one of [value].flat()) form.append(name, one);
    const answer = await fetch(`${app.url}${path}`, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
      body: body ? form : undefined,
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    page = await answer.text();
    return { status: answer.status, location: answer.headers.get('location'), text: page };
  };
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  return {
    jar,
    go,
    hidden,
    /** Opens the page, then posts to it as its form would. */
    async post(path: string, fields: Record<string, string | string[]>) {
      await go(path);
      return go(path, { _csrf: hidden('_csrf'), ...fields });
    },
  };
}

export type Visitor = ReturnType<typeof visitor>;

const ANSWERS: [string, Record<string, string>][] = [
  ['/request/start', { who: 'professional' }],
  ['/request/role', { role: 'attorney' }],
  ['/request/details', { name: 'Pat Ruiz', email: 'pat@legal-aid.example', ovcGrantee: 'no' }],
  ['/request/kind', { kind: 'case-consultation' }],
  ['/request/topics', { topics: 'immigration' }],
  ['/request/resources', { reviewedResources: 'yes' }],
  ['/request/facts', { facts: 'Facts canary-7f3a.', questions: 'Questions?' }],
  ['/request/deadline', { deadlineKind: 'none' }],
];

export const fillIn = (someone: Visitor, until = ANSWERS.length) =>
  answerPages(someone, ANSWERS.slice(0, until));

const DRAFT = 'ta-desk-draft';
/** The forms that were filled in page by page, as they then lay there. */
const filled = new Map<string, Draft>();

/**
 * Page by page the first time. Who comes afterwards with the same answers, and nothing before, gets a form as that one
 * lay there; whoever is signed in or has begun goes through the pages.
 */
async function answerPages(someone: Visitor, answers: typeof ANSWERS): Promise<void> {
  const { services } = app;
  const email = answers.find(([path]) => path === '/request/details')?.[1].email;
  const key = JSON.stringify(answers).replaceAll(email ?? '(none)', 'theirs');
  const known = filled.get(key);
  const isNew = someone.jar.size === 0;
  if (known && isNew) {
    const details = known.details && email ? { details: { ...known.details, email } } : {};
    const begunAt = services.clock.now().toISOString();
    const own = { ...known, ...details, formToken: randomUUID(), begunAt };
    someone.jar.set(DRAFT, await saveFormDraft(services, null, own, email ?? null));
    return;
  }
  for (const [path, fields] of answers) {
    const answer = await someone.post(path, fields);
    expect([path, answer.status]).toEqual([path, 303]);
  }
  const draft = await readFormDraft(services, someone.jar.get(DRAFT) ?? '');
  if (isNew && draft) filled.set(key, draft as Draft);
}

/** Whoever reads the mail of an address, signed in. */
export async function ownerOf(email: string): Promise<Visitor> {
  const owner = visitor();
  await owner.post('/sign-in', { email });
  const link = new URL(await mailedLink(app, email, 'sign-in'));
  await owner.go(link.pathname + link.search);
  await owner.go('/sign-in/confirm', {
    _csrf: owner.hidden('_csrf'),
    token: owner.hidden('token'),
    next: '',
  });
  return owner;
}

export const held = () => app.services.db.unconfirmedSubmission.count();

/** Sends a paralegal's form, as the browser that filled it in; gives its link. */
export async function sendAs(
  someone: Visitor,
  email: string,
  deadline: Record<string, string> = { deadlineKind: 'none' },
): Promise<string> {
  const paralegal: typeof ANSWERS = [
    ['/request/start', { who: 'professional' }],
    ['/request/role', { role: 'paralegal' }],
    ['/request/details', { name: 'Pat Ruiz', email, ovcGrantee: 'no' }],
    [
      '/request/supervisor',
      {
        'supervisor-name': 'Sam Lee',
        'supervisor-email': 'sam@elsewhere.example',
        'supervisor-role': 'attorney',
      },
    ],
    ...ANSWERS.slice(3, -1),
    ['/request/deadline', deadline],
  ];
  await answerPages(someone, paralegal);
  await someone.go('/request/check');
  await someone.go('/request/check', {
    _csrf: someone.hidden('_csrf'),
    acknowledgesScope: 'yes',
    formToken: someone.hidden('formToken'),
  });
  return linkTo(email);
}

/** A form that somebody sent from elsewhere; gives its link. */
export async function sentElsewhere(email: string, over: Record<string, unknown> = {}, requester = {}) {
  const form = submissionSchema.parse(submission(over, { email, ...requester }));
  const held = await submitUnconfirmed(app.services, form, randomUUID());
  expect(held).toMatchObject({ ok: true });
  return linkTo(email);
}

export const linkTo = async (email: string) =>
  new URL(await mailedLink(app, email, 'confirm-address')).pathname;

export const requestsOf = (email: string) =>
  app.services.db.taRequest.findMany({ where: { requesterEmail: email } });

export const confirm = async (someone: Visitor, link: string) => {
  await someone.go(link);
  return someone.go(link, { _csrf: someone.hidden('_csrf'), confirms: someone.hidden('confirms') });
};

export const CONFIRMED = { status: 200, text: expect.stringContaining('We have your request') };
