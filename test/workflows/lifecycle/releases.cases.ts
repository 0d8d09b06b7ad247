import { describe, expect, test } from '@jest/globals';
import { releaseWorkflowId } from '../../../src/domain/releases/workflow-id.js';
import { eraseRequests } from '../../../src/usecases/erasure/erase-requests.js';
import { mend } from '../../../src/usecases/mend.js';
import { purgeDue } from '../../../src/usecases/purge-due.js';
import { reconcileRelease } from '../../../src/usecases/reconcile/reconcile-releases.js';
import { emptyReport } from '../../../src/usecases/reconcile/report.js';
import { recording } from '../../../src/usecases/recording.js';
import { requireRelease } from '../../../src/usecases/releases/require-release.js';
import { headersOf } from '../../support/sign-in.js';
import { desk } from './site.js';

/** What may go to whom outside the program: from being asked for to its end. */
describe('a release', () => {
  const EMAIL = 'rosa@shares.example';
  const as = async (email: string, method: string, path: string, body?: unknown) =>
    desk.api(method, `/api/v1${path}`, { as: null, headers: await headersOf(desk, email), body });
  const director = (method: string, path: string, body?: unknown) =>
    desk.api(method, `/api/v1${path}`, { as: 'director', body });
  const decide = (id: string, kind: string, email = EMAIL) =>
    as(email, 'POST', `/releases/${id}/decisions`, { kind });
  const words = { recipient: 'Pro Bono Network', purpose: 'So that they can take the case.' };
  const asked = (requestId: string, over: object = {}) =>
    director('POST', `/ta-requests/${requestId}/releases`, {
      ...{ recipientKind: 'partner', parts: ['question', 'contact'], ...words },
      ...over,
    });
  const lets = async (requestId: string, parts: ('contact' | 'question' | 'documents')[] = ['question']) =>
    (
      await requireRelease(desk.wired.services.db, {
        ...{ requestId, recipientKind: 'partner', parts },
        at: desk.wired.services.clock.now(),
      })
    ).ok;
  /** In the program's zone: a paper is signed on a day there. */
  const inDays = (days: number) =>
    new Date(desk.wired.services.clock.now().getTime() + days * 86_400_000).toLocaleDateString('en-CA', {
      timeZone: 'America/Los_Angeles',
    });

  test('is asked for by a director, signed by the requester alone, told about before its end, and expires', async () => {
    const { id: requestId } = await desk.submit({}, { email: EMAIL });
    expect((await asked(requestId)).body).toMatchObject({ status: 'asked', parts: ['contact', 'question'] });
    const { id } = (await director('GET', `/ta-requests/${requestId}/releases`)).body.items[0];
    expect(await lets(requestId)).toBe(false);
    for (const role of ['admin', 'attorney'] as const) {
      const sent = await desk.api('POST', `/api/v1/ta-requests/${requestId}/releases`, {
        as: role,
        body: {},
      });
      expect(sent.status).toBe(403);
    }
    // Nobody signs for them, and nobody else’s is theirs.
    expect((await director('POST', `/releases/${id}/decisions`, { kind: 'sign' })).status).toBe(403);
    expect((await decide(id, 'sign', 'stranger@shares.example')).status).toBe(404);
    const signed = await decide(id, 'sign');
    expect(signed).toMatchObject({
      status: 200,
      body: { status: 'in-force', inForce: true, signedHow: 'page', ...words, offered: ['revoke'] },
    });
    expect([await lets(requestId), await lets(requestId, ['documents'])]).toEqual([true, false]);
    expect(await mend(desk.wired.services, id)).toEqual({ outcome: 'ran' });
    const report = emptyReport();
    await reconcileRelease(desk.wired.services, id, report);
    expect(report).toMatchObject({ alarms: [], mended: [], restarted: [] });
    const end = new Date(signed.body.expiresAt);
    const before = new Date(end.getTime() - 5 * 86_400_000).toISOString();
    await desk.advance({ to: before });
    const kinds = async () => (await desk.mails(requestId)).filter((kind) => kind.startsWith('release-'));
    expect(await kinds()).toEqual([
      'release-asked',
      'release-signed',
      'release-answered',
      'release-expiring',
    ]);
    await desk.advance({ to: new Date(end.getTime() + 1000).toISOString() });
    expect((await as(EMAIL, 'GET', `/releases/${id}`)).body).toMatchObject({
      status: 'expired',
      inForce: false,
    });
    expect(await lets(requestId)).toBe(false);
    expect((await kinds()).at(-1)).toBe('release-expired');
    // Neither to whom nor what for is in a mail or in what security events tell.
    const { db } = desk.wired.services;
    const events = await db.securityEvent.findMany({ where: { about: `release:${id}` } });
    expect(events.map(({ data }) => (data as { what: string }).what)).toEqual([
      'asked',
      'signed',
      'expiring',
      'expired',
    ]);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('Pro Bono');
  });

  test('on paper is in force at once, at most for a year, and ends at the moment anybody revokes it', async () => {
    const { id: requestId } = await desk.submit({}, { email: EMAIL, name: 'Rosa' });
    const paper = { reference: 'Cabinet 3, folder 12', signedOn: inDays(-10) };
    expect(await asked(requestId, { paper, until: inDays(356) })).toMatchObject({ status: 422 });
    expect(await asked(requestId, { paper: { ...paper, signedOn: inDays(2) } })).toMatchObject({
      status: 422,
    });
    const { body } = await asked(requestId, { paper });
    expect(body).toMatchObject({ status: 'in-force', signedHow: 'paper', paper: paper.reference });
    expect((await as(EMAIL, 'GET', `/releases/${body.id}`)).body.paper).toBe(null);
    expect(await lets(requestId)).toBe(true);
    const revoked = await desk.api('POST', `/api/v1/releases/${body.id}/decisions`, {
      as: 'coordinator',
      body: { kind: 'revoke', reason: 'They called.' },
    });
    expect(revoked).toMatchObject({ status: 200, body: { status: 'revoked', reason: 'They called.' } });
    expect(await lets(requestId)).toBe(false);
    expect((await decide(body.id, 'revoke')).status).toBe(409);
  });

  test('that nobody signs lapses; one that is declined is told to staff; all go with the request', async () => {
    const { db } = desk.wired.services;
    const { id: requestId } = await desk.submit({}, { email: EMAIL, name: 'Rosa' });
    const first = (await asked(requestId)).body.id;
    const second = (await asked(requestId)).body.id;
    expect((await decide(second, 'decline')).body.status).toBe('declined');
    // A day more: it ends with a day of the zone, and clocks may be turned back meanwhile.
    await desk.advance({ by: 'P32D' });
    expect((await as(EMAIL, 'GET', `/releases/${first}`)).body.status).toBe('lapsed');
    await recording(desk.wired.services, (rec) => eraseRequests(rec, [requestId]));
    const workflowId = { in: [first, second].map(releaseWorkflowId) };
    expect(await db.processEvent.count({ where: { workflowId } })).toBe(0);
    expect(await db.releaseText.count({ where: { releaseId: { in: [first, second] } } })).toBe(0);
  });

  test('is what a file is made under: parts and recipient, watermarked, noted, gone when its time is up', async () => {
    const { db } = desk.wired.services;
    const { id: requestId } = await desk.submit(
      { facts: '=HYPERLINK("x") is what they said.', questions: 'Which visa?' },
      { email: EMAIL, name: 'Rosa' },
    );
    await desk.decide(requestId, { kind: 'note', body: 'Between us.' });
    const paper = { reference: 'Folder 1', signedOn: inDays(0) };
    const { id: releaseId } = (await asked(requestId, { paper, parts: ['question'] })).body;
    const make = (format: string, as: 'director' | 'admin' = 'director') =>
      desk.api('POST', `/api/v1/ta-requests/${requestId}/exports`, { as, body: { releaseId, format } });
    expect((await make('pdf', 'admin')).status).toBe(403);
    const handed = async (id: string) => {
      const headers = { authorization: `Bearer ${await desk.key('director')}` };
      const answer = await fetch(`${desk.url}/api/v1/exports/${id}/file`, { headers });
      return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString('utf8') };
    };
    const csv = (await make('csv')).body;
    const first = await handed(csv.id);
    expect(first.text).toContain('Pro Bono Network');
    expect(first.text).toContain(csv.id);
    // No formula, no note, nothing of a part that nobody allowed.
    expect(first.text).toContain(`"'=HYPERLINK(""x"") is what they said."`);
    expect(first.text).not.toMatch(/Between us|rosa@shares/);
    const json = JSON.parse((await handed((await make('json')).body.id)).text);
    expect(json).toMatchObject({ export: { recipient: 'Pro Bono Network' }, contact: null, documents: null });
    const pdf = (await make('pdf')).body;
    expect((await handed(pdf.id)).text).toMatch(/^%PDF-1\.7/);
    const events = await db.securityEvent.findMany({
      where: { about: `export:${pdf.id}` },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ kind }) => kind)).toEqual(['case-exported', 'export-handed-out']);
    expect(await db.caseAccess.count({ where: { requestId, what: 'export' } })).toBe(3);
    // Revoked, it is handed out no more; after seven days it goes, and its key with it.
    await decide(releaseId, 'revoke');
    expect((await handed(pdf.id)).status).toBe(409);
    expect((await make('pdf')).status).toBe(409);
    const { dataKeyId } = await db.caseExport.findUniqueOrThrow({ where: { id: pdf.id } });
    await desk.advance({ by: 'P8D' });
    await purgeDue(desk.wired.services);
    expect(await db.caseExport.count({ where: { requestId } })).toBe(0);
    expect((await db.dataKey.findUniqueOrThrow({ where: { id: dataKeyId } })).wrapped).toBe(null);
  });

  test('is what a requester’s yes to a mentor is: revoked, the mentor is told nothing', async () => {
    const mentorEmail = 'mentor.of.rosa@field.example';
    const staff = (method: string, path: string, body?: unknown) =>
      desk.api(method, `/api/v1${path}`, { as: 'coordinator', body });
    const terms = { topics: ['immigration'], states: ['CA'], capacity: 3 };
    const mentor = (await staff('POST', '/mentors', { email: mentorEmail, name: 'Mo', ...terms })).body.id;
    await as(mentorEmail, 'POST', `/mentors/${mentor}/decisions`, { kind: 'agree' });
    const introduce = async () => {
      const { id: requestId } = await desk.submit({}, { email: EMAIL, name: 'Rosa' });
      const proposal = { requestId, mentorId: mentor, topic: 'immigration' };
      const { id } = (await staff('POST', '/introductions', proposal)).body;
      await as(EMAIL, 'POST', `/introductions/${id}/decisions`, { kind: 'consent' });
      const [release] = (await as(EMAIL, 'GET', `/ta-requests/${requestId}/releases`)).body.items;
      return { id, release };
    };
    const agree = (id: string) =>
      as(mentorEmail, 'POST', `/introductions/${id}/decisions`, { kind: 'consent' });
    const first = await introduce();
    expect(first.release).toMatchObject({
      ...{ status: 'in-force', signedHow: 'act', recipientKind: 'mentor', parts: ['contact'] },
      introductionId: first.id,
    });
    expect((await decide(first.release.id, 'revoke')).body.status).toBe('revoked');
    expect((await agree(first.id)).status).toBe(409);
    expect((await as(EMAIL, 'GET', `/introductions/${first.id}`)).body.status).toBe('withdrawn');
    // Introduced, the mentor reads who it is for as long as the release lasts.
    const second = await introduce();
    expect((await agree(second.id)).body.requester).toMatchObject({ email: EMAIL });
    await decide(second.release.id, 'revoke');
    const seen = (await as(mentorEmail, 'GET', `/introductions/${second.id}`)).body;
    expect(seen).toMatchObject({ requester: null });
  });
});
