import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { app, MONDAY, startSite } from './calls-over-http/site.js';
import './calls-over-http/calendar.cases.js';
import './calls-over-http/registering.cases.js';
import './calls-over-http/asking.cases.js';
import './calls-over-http/moving.cases.js';
import './calls-over-http/handing-over.cases.js';
import './calls-over-http/after-the-call.cases.js';
import './calls-over-http/mail.cases.js';
// Last: it erases what is old.
import './calls-over-http/worksheets.cases.js';

// One web side serves all of these, for starting one takes seconds.
beforeAll(startSite);
afterAll(() => app.close());
beforeEach(() => app.setNow(MONDAY));
