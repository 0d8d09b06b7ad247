import { describe, expect, test } from '@jest/globals';
import { MAIL_KINDS } from '../../src/domain/mail/kinds.js';
import { type MailData, MailDataError } from '../../src/emails/mail-data.js';
import { renderMail } from '../../src/emails/render-mail.js';
import { subjectOf } from '../../src/emails/subject-of.js';
import { en } from '../../src/emails/text/en/en.js';
import { allPreviews } from './previews.js';

/** Words that must not stand on a locked screen or in a shared mailbox. */
const GIVES_AWAY = /traffick|survivor|visa|victim|immigra|client|criminal|asylum|lawyer|attorney/i;
const CANARY = 'CANARY-7Q4';
const previews = allPreviews().map((preview) => [preview.name, preview] as const);
const [, plain] = previews[0] as (typeof previews)[number];

describe.each(previews)('%s', (_name, { kind, data }) => {
  test('has a short neutral subject and gives nothing away in its text', async () => {
    const { subject, text, html } = await renderMail(en, kind, data);
    expect([...subject].length).toBeLessThanOrEqual(80);
    expect(subject).toBe(subjectOf(en, kind, data));
    for (const part of [subject, text, html]) expect(part).not.toMatch(GIVES_AWAY);
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|null|NaN|%%|\[object/);
  });

  test('has one button, its address in plain, and the contact of the program', async () => {
    const { text, html } = await renderMail(en, kind, data);
    const listed = (data.sections ?? []).flatMap(({ requests, link }) => [
      ...requests,
      ...(link ? [link] : []),
    ]);
    expect(html.match(/<a\s/g)).toHaveLength(1 + listed.length);
    expect(html).toContain('href="https://desk.example.org/requests/1?a=1&amp;b=2"');
    expect(text).toContain('\nhttps://desk.example.org/requests/1?a=1&b=2\n');
    for (const part of [text, html]) expect(part).toContain('desk@example.org or (555) 010-0199');
  });

  test('calls no other server when opened', async () => {
    const { html } = await renderMail(en, kind, data);
    const addresses = html
      .match(/https?:\/\/[^\s"'<>)]+/g)
      ?.filter((found) => !found.startsWith('http://www.w3.org/'));
    expect(new Set(addresses)).toEqual(new Set(['https://desk.example.org/requests/1?a=1&amp;b=2']));
    expect(html).not.toMatch(/<img|@import|<link|<script/);
  });

  test('can be made from the least there is to know', async () => {
    const least = { organizationName: 'Example', contactEmail: 'desk@example.org' };
    const { subject, text, html } = await renderMail(en, kind, least);
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|null|NaN|%%/);
    expect(html).not.toMatch(/<a\s/);
  });

  test('shows nothing beyond the facts it may know', async () => {
    const more = {
      facts: CANARY,
      question: CANARY,
      reason: CANARY,
      note: CANARY,
      clientAlias: CANARY,
      body: CANARY,
    };
    const { subject, text, html } = await renderMail(en, kind, { ...data, ...more } as MailData);
    expect(`${subject}${text}${html}`).not.toContain(CANARY);
  });
});

test('every kind has an example, and an unknown kind is refused', async () => {
  expect(new Set(allPreviews().map(({ kind }) => kind))).toEqual(new Set(MAIL_KINDS));
  await expect(renderMail(en, 'no-such-kind', plain.data)).rejects.toBeInstanceOf(MailDataError);
});

describe('the one date that binds', () => {
  const dates = { dueOn: '2026-12-21', targetOn: '2026-11-30', courtOn: '2026-12-03' };
  test.each(['request-received', 'clock-started', 'reopened', 'extension-notice', 'deadline-moved'])(
    'comes first in %s, the promise second',
    async (kind) => {
      const { text } = await renderMail(en, kind, { ...plain.data, ...dates });
      expect(text).toContain(
        'We aim for Monday, November 30, 2026, since your date is Thursday, December 3, 2026; at the latest you hear from us by Monday, December 21, 2026.',
      );
    },
  );

  test.each(['assigned', 'unassigned-reminder', 'due-reminder', 'information-answered'])(
    'comes first for staff in %s',
    async (kind) => {
      const { text } = await renderMail(en, kind, { ...plain.data, ...dates });
      expect(text).toMatch(/The target is Monday, November 30, 2026.*December 3, 2026.*December 21, 2026/);
    },
  );

  test('is the promise where there is no other', async () => {
    const { text } = await renderMail(en, 'request-received', { ...plain.data, dueOn: '2026-12-21' });
    expect(text).toContain('We aim to answer you in writing by Monday, December 21, 2026.');
  });

  test.each([
    ['later', 5, 'That is 5 business days from now.'],
    ['later', 0, 'There is no business day left before it.'],
    ['tomorrow', 1, 'That is tomorrow.'],
    ['today', 0, 'That is today.'],
    ['passed', 0, 'has passed without an answer'],
  ] as const)('a warning says how far off it is: %s, %d', async (when, businessDays, words) => {
    const { text } = await renderMail(en, 'deadline-warning', {
      ...plain.data,
      audience: 'staff',
      when,
      businessDays,
    });
    expect(text).toContain(words);
  });
});

describe('what else a mail must say', () => {
  const textOf = async (kind: string, more: Partial<MailData>) =>
    (await renderMail(en, kind, { organizationName: 'Example', contactEmail: 'desk@example.org', ...more }))
      .text;

  test.each([
    'information-requested',
    'information-reminder',
    'prerequisites-needed',
    'prerequisites-reminder',
  ])('%s: the date that does not wait, before the last day', async (kind) => {
    const text = await textOf(kind, { courtOn: '2026-12-08', lapseOn: '2027-01-04' });
    expect(text).toMatch(/December 8, 2026, does not wait: please .* as soon as you can.*January 4, 2027/s);
  });

  test.each(['information-requested', 'information-reminder', 'lapsed'])(
    '%s: after a supervisor said no, it speaks of the name of another, and of no question',
    async (kind) => {
      const text = await textOf(kind, { supervisorMissing: true, lapseOn: '2027-01-04' });
      expect(text).toMatch(/another supervisor/);
      expect(text).not.toMatch(/(a|our) question|answer it|something from/i);
      expect(await textOf(kind, { lapseOn: '2027-01-04' })).not.toMatch(/supervisor/);
    },
  );

  test.each([
    ['question-move-proposed', {}],
    ['question-not-selected', { offTopic: true }],
  ])('%s: claims nothing about the topics of a call, which may be the same', async (kind, more) => {
    const text = await textOf(kind, {
      callTitle: 'Weekly Call',
      callAt: '2026-12-23T20:00:00.000Z',
      ...more,
    });
    expect(text).not.toMatch(/topics|something else/);
  });

  test.each(['response-ready', 'redirected', 'declined', 'withdrawn', 'lapsed'])(
    '%s: names what was merged into it, and counts for that too',
    async (kind) => {
      const of = (mergedReferences?: string[]) => textOf(kind, { reference: 'TA-1', mergedReferences });
      expect(await of(['TA-2', 'TA-3'])).toMatch(/(answers|counts for) TA-2 and TA-3,/);
      expect(await of()).not.toMatch(/merged/);
    },
  );

  test('a receipt with courses to pass aims for no day before they are passed', async () => {
    const text = await textOf('request-received', {
      courtOn: '2026-12-08',
      targetOn: '2026-12-03',
      courses: ['First Course', 'Second Course'],
    });
    expect(text).toMatch(/starts once you have passed .*First Course.*Second Course/s);
    expect(text).not.toContain('What happens next');
    expect(text).toContain('Your own date, Tuesday, December 8, 2026, does not wait for it');
    expect(text).not.toContain('We aim');
  });

  test.each([
    ['assigned', 'passed', 'The answer was promised for Monday, December 21, 2026 and has not been sent.'],
    ['assigned', 'later', 'That is 5 business days from now.'],
    ['unassigned-reminder', 'passed', 'was promised for Monday, December 21, 2026'],
    ['information-answered', 'passed', 'was promised for Monday, December 21, 2026'],
  ] as const)('%s when its day is %s', async (kind, when, words) => {
    const text = await textOf(kind, { dueOn: '2026-12-21', when, businessDays: when === 'passed' ? 0 : 5 });
    expect(text.replace(/\s+/g, ' ')).toContain(words);
    // Nothing that is only true of one that has waited, or while a reminder is still to come.
    expect(text).not.toMatch(/for some days|will be reminded/);
  });

  test('a merged request names the one that goes on', async () => {
    const text = await textOf('merged', { reference: 'TA-2026-0005', otherReference: 'TA-2026-0001' });
    expect(text.replace(/\s+/g, ' ')).toMatch(/your request TA-2026-0001.* on the page of TA-2026-0001/);
  });

  test('a question that needs a supervisor first does not become a request by itself', async () => {
    const convertsAt = '2027-02-16T17:00:00.000Z';
    const text = await textOf('question-not-selected', { convertsAt, supervisorMissing: true });
    expect(text).toContain('it needs the name of your supervisor');
    expect(text).not.toContain('As you agreed');
    expect(await textOf('question-not-selected', { convertsAt })).toContain('As you agreed');
  });

  test('a receipt of what was a question for a call says which', async () => {
    const more = {
      callTitle: 'Weekly Call',
      callAt: '2026-12-16T20:00:00.000Z',
      zone: 'America/Los_Angeles',
    };
    expect((await textOf('request-received', more)).replace(/\s+/g, ' ')).toContain(
      'Your question for Weekly Call on Wednesday, December 16, 2026, 12:00 PM PT / 3:00 PM ET is now a request',
    );
  });

  test('two requests that one supervisor confirms are told apart', async () => {
    const { subject, text } = await renderMail(en, 'supervisor-confirmation', plain.data);
    for (const part of [subject, text]) expect(part).toContain('TA-2026-0012');
  });

  test('a reopened request is not yet being worked on', async () => {
    expect(await textOf('reopened', { dueOn: '2026-12-21' })).not.toContain('working on it');
    expect(await textOf('reopened', {})).toContain('Sign in to see what happens next.');
  });

  test('a form is erased in the course of a day: it has to be confirmed before it', async () => {
    const text = await textOf('confirm-address', { lapseOn: '2027-02-26' });
    expect(text).toContain('Please confirm before Friday, February 26, 2027');
  });

  test('a supervisor is not told that nothing happens if they do nothing: our answer is held', async () => {
    const text = await textOf('supervisor-confirmation', {});
    expect(text).toContain('Until you say yes, our answer can’t go out.');
    expect(text).not.toContain('ignore it');
  });

  test('a receipt names the supervisor, and drops a name that could carry a link', async () => {
    expect(await textOf('request-received', { supervisorName: 'Sam Lee' })).toContain('You named Sam Lee');
    expect(await textOf('request-received', { supervisorName: 'see evil.example' })).not.toContain('evil');
  });

  test.each<[string, string | undefined]>([
    ['Smith & Hope LLP (Valley/Coast)', 'Smith & Hope LLP (Valley/Coast)'],
    ['Legal Aid 360', 'Legal Aid 360'],
    ['call 800 555 0100', undefined],
    ['call 8005550100', undefined],
    ['see evil.example', undefined],
    ['<b>Aid</b>', undefined],
  ])('of the organization %s a supervisor reads %s', async (askerOrganization, said) => {
    const text = await textOf('supervisor-confirmation', { askerName: 'Ana Ortiz', askerOrganization });
    expect(text).toContain(said ? `Ana Ortiz of ${said}` : 'Ana Ortiz');
    expect(text.includes('Ana Ortiz of')).toBe(said !== undefined);
  });

  test.each([
    ['2026-12-10', '2026-12-08', /had Thursday, December 10, 2026.*now have Tuesday, December 8, 2026/],
    [undefined, '2026-12-08', /had no date of your own.*now have Tuesday, December 8, 2026/],
    ['2026-12-10', undefined, /had Thursday, December 10, 2026.*now have none/],
  ])('a date changed by staff, from %s to %s', async (wasOn, isOn, words) => {
    expect(await textOf('court-date-changed', { wasOn, isOn })).toMatch(words);
  });
});

/** Words that promise a place to do something; each mail that has them leads to where it can be done. */
test('no mail says "tell us" without saying where', async () => {
  for (const { kind, data } of allPreviews()) {
    const { text } = await renderMail(en, kind, data);
    const promises = text.match(/[^.]*\b(tell us|let us know|write to us|ask us)\b[^.]*\./gi) ?? [];
    for (const sentence of promises) {
      expect([kind, sentence]).toEqual([
        kind,
        expect.stringMatching(
          /on the page|there\b|on its page|address below|please reply by|not by e-mail|same page|asks us|until you reply|with your reply|do not need to write/i,
        ),
      ]);
    }
  }
});

describe('what strangers type does no harm', () => {
  test('materials that staff picked are named, with where they are', async () => {
    const materials = ['A Guide, A Publisher', 'A Film, Another'];
    const materialLinks = ['https://guide.example/', ''];
    const { text } = await renderMail(en, 'redirected', { ...plain.data, materials, materialLinks });
    expect(text).toContain('- A Guide, A Publisher: https://guide.example/\n- A Film, Another');
    expect(text).toContain(`no link yet, write to ${plain.data.contactEmail}`);
  });

  test('markup is escaped and placeholders mean nothing', async () => {
    const linked = await renderMail(en, 'prerequisites-needed', {
      ...plain.data,
      courses: ['First', 'Second'],
      courseLinks: ['', 'https://courses.example/2?a=1&b=2'],
    });
    expect(linked.text).toContain('- First\n- Second: https://courses.example/2?a=1&b=2');
    expect(linked.text).toContain('the e-mail address there that this message was sent to');
    expect(linked.text).toContain(`no link yet, write to ${plain.data.contactEmail}`);
    const all = { courses: ['Second'], courseLinks: ['https://courses.example/2'], dueOn: undefined };
    const receipt = await renderMail(en, 'request-received', { ...plain.data, ...all });
    expect(receipt.text).toContain('- Second: https://courses.example/2');
    expect(receipt.text).toContain('the e-mail address there that this message was sent to');
    expect(receipt.text).not.toContain('no link yet');
    expect(linked.html).toContain('<a href="https://courses.example/2?a=1&amp;b=2">');
    await expect(
      renderMail(en, 'prerequisites-needed', {
        ...plain.data,
        courses: ['x'],
        courseLinks: ['javascript:x'],
      }),
    ).rejects.toThrow('absolute');
    const courses = ['<script>alert(1)</script>', 'A & B "quoted"', '%%link%% %%action-start%%'];
    const { html, text } = await renderMail(en, 'prerequisites-needed', { ...plain.data, courses });
    expect(html).not.toContain('<script>');
    expect(html).toContain(
      '<li>&lt;script&gt;alert(1)&lt;/script&gt;</li><li>A &amp; B &quot;quoted&quot;</li>',
    );
    expect(html).toContain('%%link%% %%action-start%%');
    expect(text).toContain('- A & B "quoted"');
  });

  test.each([
    ['María-José O’Brien Jr.', 'Hello María-José O’Brien Jr.,'],
    ['J.R. Smith', 'Hello J.R. Smith,'],
    ['Win money at http://evil.example', 'Hello,'],
    ['go to evil.example now', 'Hello,'],
    ['Call +1 555 0100', 'Hello,'],
    ['me@evil.example', 'Hello,'],
    ['<b>Bold</b>', 'Hello,'],
    ['Ann\r\nBcc: x@evil.example', 'Hello,'],
    ['A'.repeat(500), `Hello ${'A'.repeat(80)},`],
  ])('the name %j is greeted with %j', async (recipientName, greeting) => {
    const { text } = await renderMail(en, 'closed', { ...plain.data, recipientName });
    expect(text.split('\n')).toContain(greeting);
  });

  test.each(['TA-1\r\nBcc: x@evil.example', 'TA-1\u2028X', `TA-${'9'.repeat(200)}`])(
    'a reference like %j leaves the subject one short line',
    (reference) => {
      const subject = subjectOf(en, 'closed', { ...plain.data, reference });
      expect(subject).not.toMatch(/[\r\n\u2028]|@/);
      expect(subject.length).toBeLessThanOrEqual(80);
    },
  );

  test.each(['javascript:alert(1)', '/requests/1', 'data:text/html,x', 'desk.example.org', ''])(
    'a button never leads to %j',
    async (link) => {
      await expect(renderMail(en, 'closed', { ...plain.data, link })).rejects.toBeInstanceOf(MailDataError);
    },
  );
});

describe('why a call is cancelled', () => {
  test.each<[MailData['cancelReason'], string]>([
    ['no-questions', 'Nobody has sent a question for it in time.'],
    ['day-off', 'Our office is closed on that day.'],
    ['closure', 'Our office is closed on that day.'],
    ['holiday', 'It falls on a holiday.'],
    ['facilitator-unavailable', 'Nobody is available to lead it.'],
    ['technical-problem', 'A technical problem keeps us from holding it.'],
  ])('%s', async (cancelReason, words) => {
    const { text } = await renderMail(en, 'call-cancelled', { ...plain.data, cancelReason });
    expect(text.replace(/\s+/g, ' ')).toContain(words);
  });

  test.each<MailData['cancelReason']>(['staff', 'other'])('%s says nothing', async (cancelReason) => {
    const { text } = await renderMail(en, 'call-cancelled', { ...plain.data, cancelReason });
    expect(text).toMatch(/does not take place\.\s+Your registration/);
  });
});

test.each<[string, Partial<MailData>, string]>([
  ['of a call without room', {}, 'There is no room for your question on the call on'],
  [
    'of a call about something else',
    { offTopic: true },
    'We had asked whether your question may move to another call. It is not discussed on the call on',
  ],
  [
    'of a call that is cancelled',
    { cancelReason: 'staff' },
    'does not take place, so your question is not discussed',
  ],
])('a question not for its call says why: %s', async (_which, facts, words) => {
  const { text } = await renderMail(en, 'question-not-selected', {
    ...plain.data,
    cancelReason: undefined,
    ...facts,
  });
  const said = text.replace(/\s+/g, ' ');
  expect(said).toContain(words);
  expect(said).toContain('Nothing of it is lost.');
  if (words.startsWith('Your')) expect(said).not.toContain('no room');
});

test.each([
  ['2026-12-07T17:00:00.000Z', 'your question gets a written answer'],
  [undefined, 'your question can get a written answer'],
])('only who agreed (%s) reads that an answer comes by itself', async (convertsAt, words) => {
  const data = { ...plain.data, convertsAt };
  expect(subjectOf(en, 'question-not-selected', data)).toContain(words);
  expect((await renderMail(en, 'question-not-selected', data)).text).toContain(words.slice(1));
});

test.each(['call-reminder', 'registration-approved'])(
  '%s promises no join link that may not be there',
  async (kind) => {
    const { text } = await renderMail(en, kind, plain.data);
    expect(text.replace(/\s+/g, ' ')).toContain('after signing in, as soon as there is one');
  },
);

test.each(['question-received', 'question-selected'])(
  '%s says that joining needs a registration',
  async (kind) => {
    const { text } = await renderMail(en, kind, plain.data);
    expect(text.replace(/\s+/g, ' ')).toContain('To join the call you need an approved registration');
  },
);

test.each<[MailData['meetingTrouble'], string]>([
  ['kept', 'Its settings would keep something of the call'],
  ['being-kept', 'is being made or was made'],
  ['no-link', 'It has no join link, so nobody who is registered can get in'],
  ['other', 'It could not be made, moved or checked'],
])('of a meeting that needs staff (%s) it says what is wrong', async (meetingTrouble, words) => {
  const { text, html } = await renderMail(en, 'call-meeting-problem', { ...plain.data, meetingTrouble });
  for (const part of [text, html]) expect(part.replace(/\s+/g, ' ')).toContain(words);
});

const CANCELS = { cancelsAt: '2026-12-01T22:00:00.000Z', zone: 'America/Los_Angeles' };
test.each<[string, Partial<MailData>, string, string]>([
  [
    'a holiday',
    { dayOff: 'holiday', ...CANCELS },
    'falls on a holiday.',
    'it is cancelled by itself on Tuesday, December 1, 2026, 2:00 PM PT',
  ],
  [
    'a closure',
    { dayOff: 'closure', ...CANCELS },
    'falls on a day on which our office is closed.',
    'it is cancelled by itself on Tuesday, December 1, 2026, 2:00 PM PT',
  ],
  [
    'a closure entered late',
    { dayOff: 'closure' },
    'our office is closed.',
    'If nobody does, it takes place.',
  ],
  ['the eve', { dayOff: 'eve' }, 'falls on the eve of a holiday.', 'If nobody does, it takes place.'],
])('of a call on %s it says what comes if nobody decides', async (_day, data, on, otherwise) => {
  const { text } = await renderMail(en, 'call-day-off', { ...plain.data, cancelsAt: undefined, ...data });
  const words = text.replace(/\s+/g, ' ');
  for (const part of [on, otherwise]) expect(words).toContain(part);
  expect(words.includes('cancelled by itself')).toBe(data.cancelsAt !== undefined);
});

test.each<[string, string, Partial<MailData>, string, string]>([
  [
    'a stand-in with another role, who is still there',
    'stand-in-gone',
    { colleagueName: 'Ana', standInName: 'Cy' },
    'Cy was to stand in, and can no longer do so',
    'on staff',
  ],
  ['denied', 'registration-denied', {}, 'We could not approve', 'has ended'],
  ['ended', 'registration-denied', { ended: true }, 'has ended', 'could not approve'],
  ['new, to staff', 'registration-review', {}, 'A new registration', 'has changed'],
  ['changed, to staff', 'registration-review', { again: true }, 'has changed', 'A new registration'],
])('of a registration (%s) it says what is so, and not the other', async (_which, kind, data, so, other) => {
  const { text } = await renderMail(en, kind, { ...plain.data, ...data });
  expect(text.replace(/\s+/g, ' ')).toContain(so);
  expect(text.replace(/\s+/g, ' ')).not.toContain(other);
});

test('the way out says all that it ends', async () => {
  const unsubscribeLink = 'https://desk.example.org/unsubscribe/x';
  const { text } = await renderMail(en, 'call-reminder', { ...plain.data, unsubscribeLink });
  expect(text.replace(/\s+/g, ' ')).toContain(
    `no more mail about our calls and workshops: ${unsubscribeLink}`,
  );
});

test('the way out of the pool of mentors stands below what a mentor is asked', async () => {
  const leaveLink = 'https://desk.example.org/mentoring/x';
  const { text, html } = await renderMail(en, 'mentoring-asked', { ...plain.data, leaveLink });
  for (const part of [text, html]) {
    const [asked, left] = [part.indexOf('/requests/1?'), part.indexOf(leaveLink)];
    expect(asked).toBeGreaterThan(0);
    expect(left).toBeGreaterThan(asked);
  }
});

describe('a new date for our answer says why, and what it was', () => {
  const winter = { from: '2026-12-24', until: '2027-01-01', name: 'Winter break' };
  const dates = { dueOn: '2027-01-06', wasOn: '2026-12-29' };
  test.each([
    [
      'a closure of several days',
      { ...dates, closures: [winter] },
      'Our office is closed from Thursday, December 24, 2026 to Friday, January 1, 2027 (Winter break), which does not count toward the time for our answer. We now aim to answer you in writing by Wednesday, January 6, 2027. Until now it was Tuesday, December 29, 2026.',
    ],
    [
      'a day whose name is not told',
      { ...dates, closures: [{ from: '2026-12-24', until: '2026-12-24' }] },
      'Our office is closed on Thursday, December 24, 2026, which does not count',
    ],
    [
      'two, entered in a row',
      { ...dates, closures: [winter, { from: '2026-12-21', until: '2026-12-21', name: 'Move' }] },
      'for our answer. Our office is closed on Monday, December 21, 2026 (Move), which',
    ],
    [
      'one that was taken back',
      { ...dates, closures: [{ ...winter, opens: true }] },
      'Our office is open after all from Thursday, December 24, 2026 to Friday, January 1, 2027 (Winter break). We now',
    ],
    [
      'with a date of their own before it',
      { ...dates, targetOn: '2026-12-18', courtOn: '2026-12-23', closures: [winter] },
      'at the latest you hear from us by Wednesday, January 6, 2027. Until now the latest date was Tuesday, December 29, 2026.',
    ],
    [
      'a request that was merged',
      dates,
      'We now aim to answer you in writing by Wednesday, January 6, 2027. Until now it was',
    ],
  ])('%s', async (_what, data, said) => {
    const { text } = await renderMail(en, 'deadline-moved', { ...plain.data, ...data });
    expect(text.replace(/\s+/g, ' ')).toContain(said);
  });
});

describe('dates and readers', () => {
  test.each([
    ['2026-11-26', 'Thursday, November 26, 2026'],
    ['Thursday, November 26, 2026', 'Thursday, November 26, 2026'],
  ])('the date %j is said as %j', async (dueOn, words) => {
    expect((await renderMail(en, 'deadline-moved', { ...plain.data, dueOn })).text).toContain(`by ${words}.`);
  });

  test.each([
    ['staff, days before', { businessDays: 5 }, 'Request TA-2026-0012: a date is coming up'],
    ['staff, once it has passed', { businessDays: 0 }, 'Request TA-2026-0012: a date has passed'],
    ['the requester', { businessDays: undefined }, 'Your request TA-2026-0012: a date is coming up'],
  ])('the warning about a court or filing date speaks to %s', (_reader, facts, subject) => {
    expect(subjectOf(en, 'deadline-warning', { ...plain.data, ...facts })).toBe(subject);
  });
});

test('a draft that came back says whether its text was changed; what is done elsewhere leads there', async () => {
  const said = async (name: string) => {
    const [, { kind, data }] = previews.find(([one]) => one === name) as (typeof previews)[number];
    return (await renderMail(en, kind, data)).text;
  };
  expect(await said('draft-returned, with changes')).toContain('has changed the text, too');
  expect(await said('draft-returned')).not.toContain('has changed the text');
  const digest = await said('daily-digest, much to do');
  expect(digest).toContain('(its text was changed, too)');
  expect(digest).toContain('Decide them');
});
