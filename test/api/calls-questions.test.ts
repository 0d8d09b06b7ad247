import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { app, DURING, GENERAL, startSite } from './calls-questions/site.js';
import './calls-questions/which-call.cases.js';
import './calls-questions/one-each.cases.js';
import './calls-questions/changing.cases.js';
import './calls-questions/handing-over.cases.js';
import './calls-questions/instants.cases.js';

// One web side serves all of these, for starting one takes seconds.
beforeAll(startSite);
afterAll(() => app.close());
beforeEach(() => app.setNow(DURING[GENERAL] ?? ''));
