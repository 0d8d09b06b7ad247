import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { app, offered, startSites } from './second-factor/site.js';
import './second-factor/by-every-way.cases.js';
import './second-factor/by-provider.cases.js';
import './second-factor/bypass.cases.js';
import './second-factor/codes.cases.js';
import './second-factor/sessions.cases.js';
import './second-factor/reset.cases.js';

// The second factor, by every way in, and what a session is and isn't good for.
beforeAll(startSites);
afterAll(async () => {
  await app?.close();
  await offered?.close();
});
beforeEach(() => app.services.db.rateCount.deleteMany());
