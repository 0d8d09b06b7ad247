import { afterAll, beforeAll } from '@jest/globals';
import { app, startSite } from './intake/site.js';
import './intake/who-asks.cases.js';
import './intake/documents.cases.js';
import './intake/dates.cases.js';
import './intake/who-comes-first.cases.js';
import './intake/history.cases.js';

// What is made of each submission, and why: who asks, for what, with which document, courses, dates and history.
// A row is a case; what stands behind its arrow is the whole decision as the asker and staff read it.
beforeAll(startSite);
afterAll(() => app.close());
