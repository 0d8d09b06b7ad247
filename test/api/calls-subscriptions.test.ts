import { afterAll, beforeAll } from '@jest/globals';
import { app, startSite } from './calls-subscriptions/site.js';
import './calls-subscriptions/wishes.cases.js';
import './calls-subscriptions/reports.cases.js';
import './calls-subscriptions/listeners.cases.js';
import './calls-subscriptions/unconfirmed.cases.js';

// One web side serves all of these, for starting one takes seconds.
beforeAll(startSite);
afterAll(() => app.close());
