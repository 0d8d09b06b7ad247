import { afterAll, beforeAll } from '@jest/globals';
import { app, startSite } from './shell/site.js';
import './shell/addresses.cases.js';
import './shell/keys-and-bodies.cases.js';
import './shell/failures.cases.js';
import './shell/languages.cases.js';

// One web side serves all of these, for starting one takes seconds.
beforeAll(startSite);
afterAll(() => app.close());
