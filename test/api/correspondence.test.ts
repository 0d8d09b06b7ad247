import { afterAll, beforeAll } from '@jest/globals';
import { app, startSite } from './correspondence/site.js';
import './correspondence/open.cases.js';
import './correspondence/ending.cases.js';
import './correspondence/after-the-end.cases.js';
import './correspondence/mentions.cases.js';
import './correspondence/pages.cases.js';
import './correspondence/workload.cases.js';
import './correspondence/precedents.cases.js';

// What requester and staff write to each other, on a web side whose workflow engine can't be reached.
// One web side serves all cases, for starting one takes seconds.
beforeAll(startSite);
afterAll(() => app.close());
