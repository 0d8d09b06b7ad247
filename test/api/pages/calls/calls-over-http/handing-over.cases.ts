import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { hashToken } from '../../../../../src/usecases/tokens.js';
import { newEmail, SECOND, signedIn, wordsOf } from '../calls-site.js';
import { app, ask, myId } from './site.js';

describe('handing over', () => {
  // The selection stands; before that a question may still be discussed.
  const standing = (status: string) =>
    app.services.db.call.update({ where: { id: SECOND }, data: { status } });
  afterAll(() => standing('planned').then(() => undefined));

  async function unselected(role: string) {
    app.setNow('2026-11-05T18:00:00.000Z');
    const email = newEmail();
    const visitor = await signedIn(app, email);
    await standing('planned');
    await ask(visitor, SECOND, { role, needsLegalAnalysis: 'no' });
    await standing('confirmed');
    const token = randomUUID();
    const where = { id: await myId(email) };
    await app.services.db.callQuestion.update({
      where,
      data: { status: 'not-selected', handoverTokenHash: hashToken(token) },
    });
    return { email, visitor, token, id: where.id };
  }

  test('before sign-in the link says nothing, not even whether it leads anywhere', async () => {
    const { token } = await unselected('attorney');
    const [real, made] = [`/handover/${token}`, `/handover/${randomUUID()}`];
    const strip = (html: string) => wordsOf(html.replaceAll(/handover[^"]*/g, ''));
    const pages = await Promise.all(
      [real, made].map(async (path) => strip(await (await app.call(path)).text())),
    );
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).not.toContain('How would you begin?');
  });

  test('one click makes the request, and a second finds it', async () => {
    const { visitor, token, id } = await unselected('attorney');
    expect(await (await visitor.open(`/handover/${token}`)).text()).toContain('How would you begin?');
    const sent = await visitor.send(`/handover/${token}`, {});
    const row = await app.services.db.callQuestion.findUniqueOrThrow({ where: { id } });
    expect(row.status).toBe('converted');
    expect(sent.headers.get('location')).toBe(`/my/requests/${row.requestId}/sent`);
    expect(wordsOf(await (await visitor.open(`/handover/${token}`)).text())).toContain(
      'It is already a request',
    );
    const request = wordsOf(await (await visitor.open(`/my/requests/${row.requestId}`)).text());
    expect(request).toContain('Asked first for Legal Working Group, Wednesday, November 11, 2026');
    expect(request).toContain('You asked it for a call');
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toMatch(/See the request TA-2026-\d+/);
  });

  test.each([
    ['without room', 'confirmed', 'There was no room for it.'],
    ['that is cancelled', 'cancelled', 'The call was cancelled. Nothing is lost'],
  ])('the question of a call %s says so among one’s own', async (_which, status, expected) => {
    const { visitor } = await unselected('attorney');
    await standing(status);
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toContain(expected);
  });

  test('a paralegal names a supervisor first', async () => {
    const { visitor, token, id } = await unselected('paralegal');
    const refused = await visitor.send(`/handover/${token}`, {});
    expect(refused.status).toBe(422);
    expect(wordsOf(await refused.text())).toContain('Choose their role.');
    const sent = await visitor.send(`/my/calls/${SECOND}/questions/${id}/request`, {
      'supervisor-name': 'Sam Reyes',
      'supervisor-email': 'sam@legal-aid.example',
      'supervisor-role': 'attorney',
    });
    expect(sent.status).toBe(303);
  });

  test('another person with the link finds nothing', async () => {
    const { token } = await unselected('attorney');
    const other = await signedIn(app, newEmail());
    const page = await other.open(`/handover/${token}`);
    expect(page.status).toBe(404);
    expect(wordsOf(await page.text())).toContain('sign in with that one');
  });
});
