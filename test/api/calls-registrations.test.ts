import { afterAll, beforeAll } from '@jest/globals';
import { app, startSite } from './calls-registrations/site.js';
import './calls-registrations/registering.cases.js';
import './calls-registrations/deciding.cases.js';
import './calls-registrations/its-past.cases.js';

// One web side serves all of these, for starting one takes seconds.
beforeAll(startSite);
afterAll(() => app.close());
