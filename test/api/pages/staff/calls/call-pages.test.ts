import { afterAll, beforeAll } from '@jest/globals';
import { site, startSite } from './call-pages/site.js';
import './call-pages/board.cases.js';
import './call-pages/selection.cases.js';
import './call-pages/call.cases.js';
import './call-pages/after-the-call.cases.js';

// One web side serves all of these, for starting one takes seconds.
beforeAll(startSite, 120_000);
afterAll(() => site?.close());
