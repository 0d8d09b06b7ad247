import { afterAll, beforeAll } from '@jest/globals';
import { desk, startLife } from './lifecycle/site.js';
import './lifecycle/one-life.cases.js';
import './lifecycle/ends.cases.js';
import './lifecycle/dates.cases.js';
import './lifecycle/answer.cases.js';
import './lifecycle/statements.cases.js';
import './lifecycle/held-up.cases.js';
import './lifecycle/brought-in.cases.js';
import './lifecycle/who-reads-what.cases.js';
import './lifecycle/waiting-form.cases.js';
import './lifecycle/call-statements.cases.js';
import './lifecycle/worksheet.cases.js';
import './lifecycle/scans.cases.js';
import './lifecycle/assign-several.cases.js';
import './lifecycle/conduct.cases.js';
import './lifecycle/supervisor.cases.js';
import './lifecycle/mentors.cases.js';
import './lifecycle/releases.cases.js';

// One desk lives through all of these, one after another, for starting one takes seconds.
beforeAll(startLife, 120_000);
afterAll(() => desk?.close());
