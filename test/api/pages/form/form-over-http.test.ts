import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { app, startSite } from './form-over-http/site.js';
import './form-over-http/told-before-asking.cases.js';
import './form-over-http/draft.cases.js';
import './form-over-http/found-elsewhere.cases.js';
import './form-over-http/sending.cases.js';
import './form-over-http/waiting.cases.js';
import './form-over-http/opened-elsewhere.cases.js';
import './form-over-http/its-mail.cases.js';
import './form-over-http/after-sending.cases.js';
import './form-over-http/signed-in-as-another.cases.js';
import './form-over-http/signing-in.cases.js';
import './form-over-http/files.cases.js';

// One web side serves all of these, for starting one takes seconds.
beforeAll(startSite);
afterAll(() => app?.close());
beforeEach(async () => {
  await app.services.db.formDraft.deleteMany();
  await app.services.db.unconfirmedSubmission.deleteMany();
  await app.services.db.rateCount.deleteMany();
});
