import { afterAll, beforeAll } from '@jest/globals';
import { desk, sink, startWeeks } from './call-flow/site.js';
import './call-flow/registration.cases.js';
import './call-flow/questions.cases.js';
import './call-flow/changes.cases.js';
import './call-flow/written-to.cases.js';
import './call-flow/held-up.cases.js';
import './call-flow/closure.cases.js';

// Six weeks of calls in the order in which they happen, each part on from the one before, on one desk.
beforeAll(startWeeks, 120_000);
afterAll(async () => {
  await desk?.close();
  await sink?.close();
});
