import { describe, expect, test } from '@jest/globals';
import { program } from '../a-program.js';
import { visitor } from './site.js';

/** What stands on a page for whoever reads it: without markup, white space as one. */
const words = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;|&rsquo;/g, '’')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.])/g, '$1');

const FACTS: [string, string, (string | RegExp)[]][] = [
  [
    'clients are referred by the response line, at any hour',
    '/',
    [/refer a client, call our response line at any hour: 888-539-2373/, 'href="tel:888-539-2373"'],
  ],
  [
    'direct services are in Los Angeles County only',
    '/about',
    [/response line, 888-539-2373, is answered day and night.*only for survivors in Los Angeles County/],
  ],
  [
    'the response line stands beside the lists of agencies',
    '/referrals',
    [/888-539-2373/, 'Service Referral Lists'],
  ],
  ['and where somebody would rather talk', '/request/talk?role=law-enforcement', [/888-539-2373/]],
  [
    'the law explained, errors pointed out, strategies suggested',
    '/',
    [
      /The law and regulations behind your question, explained/,
      /Errors in a decision/,
      /Strategies for the problem/,
    ],
  ],
  [
    'no research, no final word, no last review, no mentoring, no phone',
    '/',
    [
      /Extensive research or fact gathering A final decision or final review Mentoring A consultation by phone/,
    ],
  ],
  ['free of charge, within the promise', '/', [/free of charge, usually within 15 business days/]],
  [
    'who may ask',
    '/',
    [
      /Attorneys, accredited representatives and those they supervise, social service providers, case managers, law enforcement and program managers/,
    ],
  ],
  ['survivors have the hotline first', '/', [/Are you a survivor of trafficking\?.*1-888-539-2373/]],
  [
    'at busy times it takes longer, and who then comes first',
    '/about',
    [
      /At busy times it can take longer/,
      /high volume.*OVC.*court or filing date.*completed one of our trainings/,
      /Send early/,
    ],
  ],
  [
    'supervised roles name a supervisor, who is copied',
    '/about',
    [
      /Paralegals, legal assistants, legal interns, law students and law graduates name a supervising attorney or DOJ accredited representative in every request\. We copy that person/,
    ],
  ],
  [
    'fair use, and refusals case by case',
    '/about',
    [
      /may point to those instead/,
      /plagiarism, unauthorized practice of law or other ethical violations; a director decides that case by case/,
    ],
  ],
  [
    'what has no link yet is asked for by mail',
    '/referrals',
    [/Where there is no link yet, write to us and we tell you how to get there: ta-desk@example\.org/],
  ],
  [
    'and so is the rubric',
    '/request/not-reviewed?document=t-visa-initial-declaration',
    [/no link yet.*ta-desk@example\.org/],
  ],
  ['not for real case data yet', '/accessibility', [/Not for real case data yet/]],
];

describe('what the page says before anybody asks', () => {
  test.each(FACTS)('%s', async (_fact, path, expected) => {
    const { status, text } = await visitor().go(path);
    expect(status).toBe(200);
    for (const one of expected) {
      if (typeof one === 'string') expect(text).toContain(one);
      else expect(words(text)).toMatch(one);
    }
  });

  test('an analysis builds the argument, and no kind promises a yes or no', () => {
    const hint = program.kinds.find(({ id }) => id === 'trafficking-analysis')?.hint;
    expect(hint).toMatch(/building the argument.*legal definition.*don't answer with a plain yes or no/s);
    expect(hint).toMatch(/EMP worksheet is welcome but not needed/);
  });
});
