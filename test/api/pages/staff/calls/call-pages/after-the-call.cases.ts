import { randomUUID } from 'node:crypto';
import { describe, expect, jest, test } from '@jest/globals';
import { sendWhiteSpace } from '../../../../../support/white-space.js';
import { hiddenOf, summaryOf } from '../../staff-site.js';
import { NON_LEGAL } from '../call-world.js';
import { ana, pageAt, room, send, site } from './site.js';

describe('after the call', () => {
  test('attendance is entered by hand; an address that is none is named', async () => {
    expect((await site.get(ana, `${room}/attendance`)).html).toContain('once the call has begun');
    await site.desk.advance({ to: '2055-11-17T22:00:00.000Z' });
    expect((await site.get(ana, room)).html).toContain('Not known yet. Nobody counts as absent until it is.');
    const wrong = await send(`${room}/attendance`, { others: 'zoe@x.example\nZoe' });
    expect(summaryOf(wrong.html)).toEqual(['Line 2 is not an e-mail address.']);
    expect(wrong.html).toContain('zoe@x.example');
    const done = await send(`${room}/attendance`, { others: 'zoe@x.example' });
    expect(done.location).toBe(`${room}/attendance?done=saved`);
  });

  test('Zoom’s report is uploaded; one with a bad line changes nothing', async () => {
    const path = `${room}/attendance`;
    const upload = async (lines: string[]) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(hiddenOf((await site.get(ana, path)).html))) {
        form.set(name, value);
      }
      const text = ['Name (original name),Email,Join time,Leave time', ...lines].join('\n');
      form.set('file', new Blob([text], { type: 'text/csv' }), 'report.csv');
      return site.post(ana, path, form);
    };
    const wrong = await upload(['Yan,yan@x.example,11/17/2055 12:00:00 PM,soon']);
    expect(summaryOf(wrong.html)[0]).toContain('Line 2 has a time that cannot be read.');
    const abroad = await upload(['Yan,yan@x.example,17/11/2055 12:00:00 PM,17/11/2055 12:40:00 PM']);
    expect(summaryOf(abroad.html)[0]).toContain('Line 2 has the day before the month.');
    const other = await upload(['Yan,yan@x.example,10/11/2055 12:00:00 PM,10/11/2055 12:40:00 PM']);
    expect(summaryOf(other.html)[0]).toContain('Is this the report of another call?');
    expect((await site.get(ana, path)).html).toContain('zoe@x.example');
    const done = await upload(['Yan,yan@x.example,11/17/2055 12:00:00 PM,11/17/2055 12:40:00 PM']);
    expect(done.location).toBe(`${path}?done=saved`);
    const { html } = await site.get(ana, path);
    expect(html).toContain('Zoom’s report');
    expect(html).toContain('yan@x.example');
  });

  test.each(['attendance', 'decide/recap'])('half a megabyte of white space, typed into %s', (form) =>
    sendWhiteSpace(`${room}/${form}`, { open: pageAt, send }),
  );

  test('an unclear name is told apart by a person', async () => {
    const { db } = site.desk.wired.services;
    const start = '2055-11-17T20:00:00.000Z';
    const rows = [{ name: 'Ada Attorney', joinedAt: start, leftAt: '2055-11-17T21:00:00.000Z' }];
    await site.desk.api('POST', `/api/v1/calls/${NON_LEGAL}/attendance`, { body: rows });
    const page = await site.get(ana, `${room}/attendance`);
    expect(page.html).toContain('Who was “Ada Attorney”?');
    const unclear = await db.callAttendance.findFirstOrThrow({
      where: { callId: NON_LEGAL, ambiguous: true },
    });
    const path = `${room}/attendance/${unclear.id}`;
    const hidden = hiddenOf(page.html);
    const none = await site.post(ana, path, hidden);
    expect([none.status, summaryOf(none.html)]).toEqual([422, ['Choose who it was.']]);
    const who = /name="who-[^"]+" type="radio" value="([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? '';
    const told = { ...hidden, [`who-${unclear.id}`]: who };
    // The process can't be told now: what was said stands, and saying it again tells the process.
    const heard = () => db.processEvent.count({ where: { workflowId: `call/${NON_LEGAL}` } });
    const before = await heard();
    const away = jest.spyOn(site.desk.wired.services.processes, 'decide');
    away.mockResolvedValue({ outcome: 'unavailable' });
    expect((await site.post(ana, path, told)).status).toBe(503);
    away.mockRestore();
    expect(await heard()).toBe(before);
    const done = await site.post(ana, path, told);
    expect(done.location).toBe(`${room}/attendance?done=decided`);
    expect(await heard()).toBe(before + 1);
    expect((await db.callAttendance.findUniqueOrThrow({ where: { id: unclear.id } })).personId).toBe(who);
    const { name } = await db.person.findUniqueOrThrow({ where: { id: who } });
    const list = (await site.get(ana, `${room}/attendance`)).html.split('id="list"')[1] ?? '';
    expect(list).toContain(name);
    expect(list).toContain(name === 'Ada Attorney' ? name : 'on the call: Ada Attorney');
    const absent = await db.message.findFirstOrThrow({ where: { kind: 'asked-but-absent' } });
    const id = absent.effectKey?.split('#')[1] ?? '';
    const { personId } = await db.callQuestion.findUniqueOrThrow({ where: { id } });
    // Nobody was found at first; this one may be who it turned out to be.
    const missed = (await site.get(ana, `${room}/questions/${id}`)).html;
    expect(missed).toContain(`its asker was ${personId === who ? 'on' : 'not found on'} the call`);
    expect(missed).toContain('Its asker was told that they were not found on the call');
  });

  test('saving the page as it is loses nobody; a page opened before somebody else’s change says so', async () => {
    const { db } = site.desk.wired.services;
    const path = `${room}/attendance`;
    const start = '2055-11-17T20:00:00.000Z';
    const rows = ['Ada Attorney', '1310555****'].map((name, index) => ({
      ...{ name, joinedAt: start, leftAt: `2055-11-17T20:1${index}:00.000Z` },
    }));
    await site.desk.api('POST', `/api/v1/calls/${NON_LEGAL}/attendance`, { body: rows });
    const known = () => db.callAttendance.findMany({ where: { callId: NON_LEGAL }, orderBy: { id: 'asc' } });
    const before = await known();
    const page = await site.get(ana, path);
    const typed = (html: string) => ({
      ...hiddenOf(html.slice(html.indexOf('id="hand"'))),
      others: /<textarea[^>]*name="others"[^>]*>([^<]*)</.exec(html)?.[1] ?? '',
    });
    const as = typed(page.html);
    expect(as.others.split('\n').sort()).toEqual(['1310555****', 'Ada Attorney']);
    const saved = await site.post(ana, path, as);
    expect([saved.location, await known()]).toEqual([`${path}?done=saved`, before]);
    await site.desk.api('POST', `/api/v1/calls/${NON_LEGAL}/attendance`, {
      body: [...rows, { email: 'late@x.example', name: 'Late', joinedAt: start, leftAt: null }],
    });
    const stale = await site.post(ana, path, { ...as, others: `${as.others}\nnew@x.example` });
    expect([stale.status, summaryOf(stale.html)[0]]).toEqual([409, expect.stringContaining('has changed')]);
    expect(typed(stale.html).others.split('\n')).toEqual(
      expect.arrayContaining(['late@x.example', 'new@x.example', '1310555****']),
    );
    expect(await known()).toHaveLength(3);
    await site.desk.api('POST', `/api/v1/calls/${NON_LEGAL}/attendance`, { body: rows.slice(0, 1) });
  });

  test('a recap that may name somebody is held back until staff say it does not', async () => {
    const path = `${room}/decide/recap`;
    const body = 'Themes: trauma-informed interviews. Client Maria Lopez came up.';
    const held = await send(path, { body });
    expect(held.status).toBe(422);
    expect(held.html).toContain('Take these out, or confirm below that they identify nobody.');
    expect(held.html).toContain('Maria Lopez came up.');
    const done = await send(path, { body, checked: 'yes' });
    expect(done.location).toBe(`${room}?done=recap`);
    expect((await site.get(ana, room)).html).toContain('Themes: trauma-informed interviews.');
  });

  test('what the poll came to is told once it tells nothing of single people', async () => {
    const answer = (useful: number, easyToFollow: number) => ({
      id: randomUUID(),
      callId: room.slice(room.lastIndexOf('/') + 1),
      useful,
      easyToFollow,
      at: new Date(),
    });
    const { db } = site.desk.wired.services;
    expect((await site.get(ana, room)).html).not.toContain('Poll:');
    await db.callPollAnswer.createMany({ data: [answer(5, 4), answer(4, 4), answer(3, 4), answer(4, 4)] });
    expect((await site.get(ana, room)).html).toContain('Poll: 4 answers. What they say is shown from 5');
    await db.callPollAnswer.create({ data: answer(4, 5) });
    expect((await site.get(ana, room)).html).toContain(
      'Poll: 5 answers. Useful 4.0 of 5, easy to follow 4.2 of 5.',
    );
  });

  test('the delivery report counts mail by kind and offers what needs a person', async () => {
    const { db } = site.desk.wired.services;
    const one = await db.message.findFirstOrThrow({
      where: { relatedId: NON_LEGAL, kind: 'question-selected' },
    });
    await db.message.update({ where: { id: one.id }, data: { status: 'unknown' } });
    const { html } = await site.get(ana, room);
    expect(html).toContain('These need a person');
    const path = `/staff/mail/${one.id}/resolve`;
    const done = await site.post(ana, path, { action: 'mark-sent', from: room });
    expect([done.status, done.location]).toEqual([303, `${room}?done=mark-sent`]);
  });
});
