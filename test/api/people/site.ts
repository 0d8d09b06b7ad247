import { goodSubmission } from '../support/submission.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

// What the cases of people have in common: the web side and who asks it.

export let app: TestApp;
export let staffKey: string;

export async function startSite(): Promise<void> {
  app = await startTestApp();
  staffKey = await app.newKey('coordinator');
}

export const by = (email: string, facts: string) =>
  goodSubmission({ facts, requester: { ...(goodSubmission().requester as object), email } });
