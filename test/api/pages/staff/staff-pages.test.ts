import { afterAll, beforeAll } from '@jest/globals';
import { site, startSite } from './staff-pages/site.js';
import './staff-pages/one-request.cases.js';
import './staff-pages/answer.cases.js';
import './staff-pages/queue.cases.js';
import './staff-pages/known.cases.js';
import './staff-pages/around.cases.js';
import './staff-pages/hand-over.cases.js';
import './staff-pages/readings.cases.js';
import './staff-pages/security.cases.js';

// One web side serves all of these, for starting one takes seconds.
beforeAll(startSite);
afterAll(() => site?.close());
