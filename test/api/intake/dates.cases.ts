import { describe } from '@jest/globals';
import { decisions, PROMISED } from './site.js';

describe('by when', () => {
  decisions([
    // Three business days before, over Veterans Day.
    [{ court: '2026-11-13' }, 'queued, case-consultation; by 2026-11-09 (court); promise 2026-11-24; urgent'],
    [
      { filing: '2026-11-12' },
      'queued, case-consultation; by 2026-11-06 (filing); promise 2026-11-24; urgent',
    ],
    // One day earlier than the promise, and on its day.
    [{ court: '2026-11-27' }, 'queued, case-consultation; by 2026-11-23 (court); promise 2026-11-24; urgent'],
    [{ court: '2026-11-30' }, PROMISED],
    [{ court: '2027-06-01' }, PROMISED],
    [{ court: '2036-11-02' }, PROMISED],
    [{ court: '2036-11-03' }, '422 invalid /courtOrFilingDeadline/date'],
    [{ court: '2025-11-01' }, '422 invalid /courtOrFilingDeadline/date'],
    [
      { over: { courtOrFilingDeadline: { kind: 'court', date: '2026-02-30' } } },
      '422 invalid /courtOrFilingDeadline/date',
    ],
    [
      { over: { courtOrFilingDeadline: { kind: 'wedding', date: '2026-12-30' } } },
      '422 invalid /courtOrFilingDeadline/kind',
    ],
    // Said at once: we may not be able to help.
    [
      { court: '2026-11-03' },
      'queued, case-consultation; by 2026-10-29 (court); promise 2026-11-24; urgent; court-date-too-soon',
    ],
    [
      { court: '2026-11-02' },
      'queued, case-consultation; by 2026-10-28 (court); promise 2026-11-24; urgent; court-date-too-soon',
    ],
    [{ court: '2026-11-04' }, 'queued, case-consultation; by 2026-10-30 (court); promise 2026-11-24; urgent'],
    [{ court: '2026-10-30' }, 'queued, case-consultation; by 2026-11-24 (promise); urgent; court-date-past'],
    // The court does not wait for courses.
    [
      { document: 't-visa-rfe', filing: '2026-11-13' },
      'awaiting-prerequisites, document-review; waits for human-trafficking-defined + t-visas-part-1; by 2026-11-09 (filing); urgent',
    ],
    [
      { document: 't-visa-rfe', filing: '2026-11-13', passed: ['defined', 'visas'] },
      'queued, document-review; by 2026-11-09 (filing); promise 2026-11-24; urgent',
    ],
    // The day of receipt: at closing time still today, a second later tomorrow.
    [{ at: '2026-11-03T01:00:00.000Z' }, PROMISED],
    [{ at: '2026-11-03T01:00:01.000Z' }, 'queued, case-consultation; by 2026-11-25 (promise); normal'],
    [{ at: '2026-11-01T20:00:00.000Z' }, PROMISED],
    // Veterans Day counts as the day after it.
    [{ at: '2026-11-11T18:00:00.000Z' }, 'queued, case-consultation; by 2026-12-04 (promise); normal'],
    // The night before the clocks go back, before the office opens on Monday.
    [{ at: '2026-11-01T08:30:00.000Z' }, PROMISED],
    [{ at: '2026-11-02T15:00:00.000Z' }, PROMISED],
    // Over the two holidays at the end of the year.
    [{ at: '2026-12-21T18:00:00.000Z' }, 'queued, case-consultation; by 2027-01-13 (promise); normal'],
  ]);
});
