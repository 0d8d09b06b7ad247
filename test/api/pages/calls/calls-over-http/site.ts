import { randomUUID } from 'node:crypto';
import type { TestApp } from '../../../support/test-app.js';
import { LWG, type signedIn, startCallsSite, wordsOf } from '../calls-site.js';

// What the cases of the calls have in common: the web side with calls planned, somebody’s registration and question.

export let app: TestApp;

export async function startSite(): Promise<void> {
  app = await startCallsSite();
}

export const MONDAY = '2026-11-02T18:00:00.000Z';

/** A fourth Wednesday. */
export const NEXT_GENERAL = `${LWG}-2026-11-25`;

export const pageOf = async (path: string) => wordsOf(await (await app.call(path)).text());

export const registration = {
  name: 'Ana Ortiz',
  role: 'attorney',
  licensedIn: 'California',
  employer: 'Valley Legal Aid',
  attest: 'yes',
};

export const question = {
  name: 'Ana Ortiz',
  role: 'attorney',
  question: 'How would you begin?',
  questionAbout: 'general-legal',
  needsLegalAnalysis: 'yes',
};

/** From an organization of its own, unless the test names one. */
export async function ask(visitor: Awaited<ReturnType<typeof signedIn>>, call: string, change = {}) {
  const organization = `Office ${randomUUID()}`;
  return visitor.send(`/calls/${call}/ask`, {
    ...question,
    organization,
    commandId: randomUUID(),
    ...change,
  });
}

export const myId = async (email: string) =>
  (await app.services.db.callQuestion.findFirstOrThrow({ where: { askerEmail: email } })).id;
