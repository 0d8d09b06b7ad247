import { afterAll, beforeAll } from '@jest/globals';
import { app, startSite } from './accounts/site.js';
import './accounts/keys.cases.js';
import './accounts/leaving.cases.js';
import './accounts/told.cases.js';

// Keys and people on staff: who answers for what, and what ends with whom. One web side serves all cases.
beforeAll(startSite);
afterAll(() => app.close());
