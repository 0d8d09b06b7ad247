import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadProgram } from '../../src/adapters/program/load-program.js';
import type { MailKind } from '../../src/domain/mail/kinds.js';
import type { MailData } from '../../src/emails/mail-data.js';
import { renderMail } from '../../src/emails/render-mail.js';
import { en } from '../../src/emails/text/en/en.js';
import { MAIL_TEXTS } from '../../src/emails/text/texts.js';
import { queueMessage } from '../../src/usecases/mail/queue-message.js';
import { renderMessage } from '../../src/usecases/mail/render-message.js';
import { marked, unmarkedWords, wordsFromElsewhere } from '../support/marked-texts.js';
import { allPreviews } from './previews.js';

const other = marked(en);

/** What stands in mails in no language: what was typed, and what the program file says. */
const typed: MailData = {
  organizationName: 'Example Program',
  contactEmail: 'desk@example.org',
  contactPhone: '(555) 010-0199',
  recipientName: 'Jordan Rivera',
  supervisorName: 'Sam Lee',
  link: 'https://desk.example.org/requests/1',
  pollLink: 'https://desk.example.org/poll',
  unsubscribeLink: 'https://desk.example.org/unsubscribe/x',
  callTitle: 'Weekly Call',
  courses: ['First Course', 'Second Course'],
  fullText: 'First line.\nSecond line.',
};
const DATA = Object.values(typed).flatMap((value) => value as string | string[]);

const least: MailData = { organizationName: 'Example Program', contactEmail: 'desk@example.org' };
const urgent = { targetOn: '2026-12-07', courtOn: '2026-12-10', pollUntil: '2026-12-20' };
const merged = { otherReference: 'TA-2026-0001', mergedReferences: ['TA-2026-0002', 'TA-2026-0003'] };

async function wordsOfAnother(kind: MailKind, data: MailData): Promise<string[]> {
  const { subject, text, html } = await renderMail(other, kind, data);
  const languages = [...html.matchAll(/\slang="([^"]*)"/g)].map(([, language]) => language);
  expect(new Set(languages)).toEqual(new Set(['zxx']));
  return [...unmarkedWords(subject, DATA), ...unmarkedWords(text, DATA), ...wordsFromElsewhere(html, DATA)];
}

describe('in a language of which every word is marked, a mail has no word of another', () => {
  test.each(allPreviews())('$name', async ({ kind, data }) => {
    const all = { ...data, ...typed };
    expect(await wordsOfAnother(kind, all)).toEqual([]);
    expect(await wordsOfAnother(kind, { ...all, ...urgent, ...merged })).toEqual([]);
    expect(await wordsOfAnother(kind, least)).toEqual([]);
  });
});

describe('whoever gets a mail, it speaks the language of the program', () => {
  const { program, versionId } = loadProgram('program');
  const TEXTS: Record<string, unknown> = MAIL_TEXTS;
  const speaking = {
    current: () => ({ program: { ...program, mail: { ...program.mail, language: 'zxx' } }, versionId }),
  };
  beforeAll(() => {
    TEXTS.zxx = other;
  });
  afterAll(() => {
    delete TEXTS.zxx;
  });

  test('in the mail log', async () => {
    const rows: { subject: string }[] = [];
    const rec = {
      at: new Date(0),
      behind: { insert: (table: string, row: never) => table === 'message' && rows.push(row) },
    };
    const services = {
      programs: speaking,
      vault: { newDataKey: () => ({ id: 'k', wrapped: new Uint8Array() }), seal: () => new Uint8Array() },
      mail: { transport: { kind: 'mailbox' } },
      appUrl: 'https://desk.example.org',
    };
    await queueMessage(rec as never, services as never, {
      kind: 'closed',
      aboutId: null,
      to: ['ana.ruiz@legal-aid.example'],
      data: least,
      effectKey: null,
    });
    expect(rows.map(({ subject }) => subject)).toEqual(['⟦Your request: closed⟧']);
  });

  test('and as it leaves', async () => {
    const services = { programs: speaking, vault: { open: () => JSON.stringify(least) } };
    const row = {
      id: 'm',
      kind: 'closed',
      aboutId: null,
      dataKey: { wrapped: new Uint8Array() },
      sealed: new Uint8Array(),
    };
    const mail = await renderMessage(services as never, row);
    expect(mail.subject).toBe('⟦Your request: closed⟧');
    expect(unmarkedWords(mail.text, DATA)).toEqual([]);
  });
});
