import { startTestApp, type TestApp } from '../support/test-app.js';

// What the cases of the shell have in common.

export let app: TestApp;

export async function startSite(): Promise<void> {
  app = await startTestApp();
}
