import { beforeAll, describe, expect, test } from '@jest/globals';
import { letterText } from '../../../src/api/text/en/pages/requester/letters.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { recording } from '../../../src/usecases/recording.js';
import { addCaseText } from '../../../src/usecases/requests/case-text.js';
import { storedKey } from '../../support/stored-key.js';
import { ADA, app, aRequest, attorneyId, decide, keys, person } from './site.js';

describe('on the pages', () => {
  test.each([
    ['message', 'queued', 'Write your message'],
    ['reopening', 'responded', 'Say why it should be reopened'],
  ])(
    '%s: what was typed stays after an error, and identifiers are pointed out',
    async (kind, status, missing) => {
      const { id } = await aRequest({ status });
      const ada = await person(ADA);
      const path = `/my/requests/${id}/${kind}`;
      await ada.visitor.open(path);
      expect(await (await ada.visitor.send(path, { words: ' ' })).text()).toContain(missing);
      const warned = await ada.visitor.send(path, { words: 'Of A123456789.' });
      expect([warned.status, await warned.text()]).toEqual([422, expect.stringContaining('Of A123456789.')]);
      const checked = await ada.visitor.send(path, { words: 'Of A123456789.', identifiersChecked: 'yes' });
      expect(checked.headers.get('location')).toBe(`/my/requests/${id}?done=${kind}`);
    },
  );

  test.each([
    ['answer', 'Your answer was sent'],
    ['document', 'The document was added'],
    ['removal', 'The document was removed'],
    ['withdrawal', 'The request was withdrawn'],
    ['court-date', 'filing date was saved'],
    ['message', letterText.message.done],
    ['reopening', letterText.reopening.done],
    ['constructor', null],
  ])('after %s a banner says what happened, and is not there without', async (done, words) => {
    const { id } = await aRequest();
    const ada = await person(ADA);
    const banner = async (search: string) =>
      /govuk-notification-banner__content[\s\S]*?<\/div>/.exec(
        await (await ada.visitor.open(`/my/requests/${id}${search}`)).text(),
      )?.[0] ?? null;
    if (words) expect(await banner(`?done=${done}`)).toContain(words);
    else expect(await banner(`?done=${done}`)).toBeNull();
    expect(await banner('')).toBeNull();
  });

  test('the answer comes first on the page of what was answered', async () => {
    const { id } = await aRequest({ status: 'responded', respondedAt: new Date('2026-11-03T18:00:00Z') });
    const page = await (await (await person(ADA)).visitor.open(`/my/requests/${id}`)).text();
    const at = ['Read our answer', 'Our answer is ready', 'Ask us to reopen it'].map((words) =>
      page.indexOf(words),
    );
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  test.each([
    ['declined', 'declined', true],
    ['queued', 'extended', true],
    ['queued', 'reprioritised', false],
    ['queued', 'reopened', false],
  ])(
    'a reason of before, of a request %s that was %s: outside it is read, %s',
    async (status, type, told) => {
      const { id, path } = await aRequest({ status });
      const { db, clock } = app.services;
      const request = await db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
      const author = `user:${attorneyId}`;
      const at = clock.now();
      const text = { request, field: 'reason', text: 'Words of before.', author, at } as const;
      await recording(app.services, async (rec) => addCaseText(rec, app.services, text));
      await db.processEvent.create({
        data: {
          workflowId: `ta-request/${id}/1`,
          seq: 7,
          requestId: id,
          type,
          at,
          actor: author,
          data: { policy: 'scope' },
          contentHash: '',
        },
      });
      const ada = await person(ADA);
      const page = await (await ada.visitor.open(`/my/requests/${id}`)).text();
      expect(page.includes('Words of before.')).toBe(told);
      // Where the decision stands, before what the requester wrote.
      if (told) expect(page.indexOf('Words of before.')).toBeLessThan(page.indexOf('id="thread"'));
      expect(await (await app.call(`${path}/content`, { key: keys.coordinator })).text()).toContain(
        'Words of before.',
      );
    },
  );

  test('a page that is not for now leads back to the request', async () => {
    const { id } = await aRequest({ status: 'closed' });
    const ada = await person(ADA);
    expect((await ada.visitor.open(`/my/requests/${id}/message`)).headers.get('location')).toBe(
      `/my/requests/${id}`,
    );
  });
});

describe('a request that ended leads on', () => {
  const ended = async (type: 'redirected' | 'declined', data: Record<string, unknown>, role = 'attorney') => {
    const { id } = await aRequest({ status: type, requesterRole: role });
    await app.services.db.processEvent.create({
      data: {
        workflowId: `ta-request/${id}/1`,
        seq: 1,
        requestId: id,
        type,
        at: new Date(),
        actor: 'system',
        data: data as object,
        contentHash: '',
      },
    });
    const ada = await person(ADA);
    return (await ada.visitor.open(`/my/requests/${id}`)).text();
  };

  beforeAll(async () => {
    const at = (time: string) => new Date(`2026-11-${time}Z`);
    for (const [id, day] of [
      ['legal-working-group', '11'],
      ['social-services', '26'],
    ] as const) {
      await app.services.db.callSeries.create({ data: { id, createdAt: new Date() } });
      await app.services.db.call.create({
        data: {
          id: `${id}-2026-11-${day}`,
          seriesId: id,
          topic: id === 'social-services' ? id : 'general',
          status: 'open',
          startsAt: at(`${day}T20:00:00`),
          endsAt: at(`${day}T21:00:00`),
          windowOpensAt: at('04T21:00:00'),
          questionsCloseAt: at('10T22:00:00'),
          selectUntil: at('11T01:00:00'),
          reminderAt: at('11T17:00:00'),
          flagAt: at('01T17:00:00'),
          dataKeyId: (await storedKey(app.services.db)).id,
          createdAt: new Date(),
        },
      });
    }
  });

  test.each([
    [
      'their call',
      'redirected',
      { to: 'legal-working-group' },
      'attorney',
      '/calls/legal-working-group-2026-11-11',
      'Legal Working Group: the next call is on Wednesday, November 11, 2026, 12:00 PM PT',
    ],
    [
      'their call',
      'redirected',
      { to: 'legal-working-group' },
      'case-manager',
      '/calls/social-services-2026-11-26',
      'Social Services Monthly TA Call',
    ],
    [
      'a workshop’s list',
      'redirected',
      { to: 'workshop', workshop: 'emp-analysis-workshop' },
      'attorney',
      '/subscribe?list=emp-analysis-workshop',
      'EMP Analysis Workshop',
    ],
    ['referral lists', 'redirected', { to: 'referral' }, 'attorney', '/referrals', 'Service Referral Lists'],
    [
      'what is covered',
      'declined',
      { policy: 'scope' },
      'attorney',
      '/about',
      'What written assistance covers',
    ],
    ['the hotline', 'declined', { policy: 'not-served' }, 'attorney', '/hotline', 'The hotline'],
  ] as const)('to %s', async (_name, type, data, role, href, words) => {
    const page = await ended(type, data, role);
    expect(page).toContain(`href="${href}"`);
    expect(page).toContain(words);
    const led = await app.call(href);
    expect([href, led.status]).toEqual([href, 200]);
  });

  test('to the resources picked, by name, on the page and over the API', async () => {
    const page = await ended('redirected', { to: 'resources', resources: ['t-visa-process-guide'] });
    expect(page).toContain('A Guide to Human Trafficking and the T-Visa Process, by American University');
    // Once where to turn, and once in what happened.
    expect(page.split('A Guide to Human Trafficking and the T-Visa Process')).toHaveLength(3);
    const { requestId } = await app.services.db.processEvent.findFirstOrThrow({
      where: { type: 'redirected' },
      orderBy: { id: 'desc' },
    });
    const read = async (path: string) =>
      (await (await app.call(`${path}/ways-on`, { key: keys.coordinator })).json()) as { items: unknown[] };
    expect((await read(`/api/v1/ta-requests/${requestId}`)).items).toEqual([
      expect.objectContaining({ kind: 'resource', id: 't-visa-process-guide' }),
    ]);
    expect((await read((await aRequest()).path)).items).toEqual([]);
  });

  test('a program without mentors refuses to refer to one', async () => {
    const { program } = app.services.programs.current();
    const without = { ...program, referrals: { ...program.referrals, mentors: false } };
    const { path } = await aRequest();
    const { programs } = app.services;
    const { byVersion } = programs;
    programs.byVersion = async () => without;
    const redirect = { kind: 'redirect', to: 'mentor', note: 'They know the field.' };
    const refused = await decide(path, 'coordinator', redirect).finally(() => {
      programs.byVersion = byVersion;
    });
    expect([refused.status, await refused.json()]).toEqual([
      422,
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/to' })] }),
    ]);
    // Where the program has mentors, only the engine is missing.
    expect((await decide(path, 'coordinator', redirect)).status).toBe(503);
  });

  test.each([
    ['a mentor needs a note', { to: 'mentor' }, '/note'],
    ['a resource the program has not', { to: 'resources', resources: ['no-such'] }, '/resources'],
    ['a workshop the program has not', { to: 'workshop', workshop: 'no-such' }, '/workshop'],
  ])('%s', async (_name, redirect, pointer) => {
    const { path } = await aRequest();
    const refused = await decide(path, 'coordinator', { kind: 'redirect', ...redirect });
    expect([refused.status, await refused.json()]).toEqual([
      422,
      expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
    ]);
  });

  test('where no call is open to a role, the note has to say what to do', async () => {
    const { path } = await aRequest({ requesterRole: 'law-enforcement' });
    const redirect = { kind: 'redirect', to: 'legal-working-group' };
    expect((await decide(path, 'coordinator', redirect)).status).toBe(422);
    // With a note only the engine is missing.
    expect((await decide(path, 'coordinator', { ...redirect, note: 'Write to us again.' })).status).toBe(503);
  });

  test('the list of a workshop is added to all calls, for somebody who gets mail about all of them', async () => {
    const ada = await person(ADA);
    const key = { key: keys.admin, body: { email: ADA, name: 'Ada', lists: [], emailUpdates: true } };
    await app.call('/api/v1/subscriptions', key);
    const page = await (await ada.visitor.open('/my/subscription?list=emp-analysis-workshop')).text();
    const checked = [...page.matchAll(/name="lists" type="checkbox" value="([^"]+)" checked/g)].map(
      ([, id]) => id,
    );
    expect(checked).toEqual(['legal-working-group', 'social-services', 'emp-analysis-workshop']);
  });
});
