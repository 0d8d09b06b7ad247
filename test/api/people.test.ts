import { afterAll, beforeAll } from '@jest/globals';
import { app, startSite } from './people/site.js';
import './people/who-asked.cases.js';
import './people/lists.cases.js';
import './people/permissions.cases.js';
import './people/alike.cases.js';

// What people who are signed in, and nobody in particular, may do over the API.
// One web side serves all cases, for starting one takes seconds.
beforeAll(startSite);
afterAll(() => app.close());
