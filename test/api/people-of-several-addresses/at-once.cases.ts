import { describe, expect, test } from '@jest/globals';
import { takeAddress } from '../../../src/usecases/people/take-address.js';
import { recordingOrRefusal } from '../../../src/usecases/recording-or-refusal.js';
import { somebodyWaits } from '../support/somebody-waits.js';
import { goodSubmission } from '../support/submission.js';
import { address, app, asStaff, request } from './site.js';

describe('several at once', () => {
  test('an address is being added, its person merged, and a request sent that names both addresses: none fails', async () => {
    const [added, known, other] = [address('ari-a'), address('ari-b'), address('ari-c')];
    const { requester: from } = await request(known);
    const { requester: into } = await request(other);
    const names = goodSubmission({
      requester: { ...(goodSubmission().requester as object), email: added, role: 'paralegal' },
      supervisor: { name: 'Sam Lee', email: known, role: 'attorney' },
    });
    const begun: ReturnType<typeof asStaff>[] = [];
    const { db } = app.services;
    const adding = await recordingOrRefusal(app.services, async (rec) => {
      const take = { personId: from.id, email: added, actor: 'system', asOne: false };
      const taken = await takeAddress(rec, app.services, take);
      begun.push(asStaff(`/people/${from.id}/merge`, { into: into.id }));
      await somebodyWaits(db);
      begun.push(asStaff('/ta-requests', names));
      await somebodyWaits(db, 2);
      return taken;
    });
    expect(adding.ok).toBe(true);
    expect((await Promise.all(begun)).map(({ status }) => status)).toEqual([200, 422]);
  });
});
