import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { app, countRows, expectNothingStored, startSite } from './bad-input/site.js';
import './bad-input/submissions.cases.js';
import './bad-input/decisions.cases.js';
import './bad-input/queries.cases.js';
import './bad-input/lines.cases.js';

// What people and machines get wrong: each a precise problem document, and nothing stored.
// One web side serves all cases, for starting one takes seconds.
beforeAll(startSite);
afterAll(() => app.close());
beforeEach(countRows);
afterEach(expectNothingStored);
