import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { app, BOTH, decisions, key, PROMISED } from './site.js';

describe('at high volume three groups come first', () => {
  beforeAll(() => highVolume(true));
  afterAll(() => highVolume(false));

  decisions([
    [{}, PROMISED],
    [{ grantee: true }, PROMISED.replace('normal', 'high')],
    [{ court: '2027-06-01' }, PROMISED.replace('normal', 'high')],
    [{ passed: ['emp'] }, PROMISED.replace('normal', 'high')],
    [{ failed: ['defined'] }, PROMISED],
    [{ grantee: true, court: '2027-06-01', passed: ['defined'] }, PROMISED.replace('normal', 'high')],
    [{ document: 't-visa-rfe', grantee: true }, BOTH.replace('normal', 'high')],
    [
      { court: '2026-11-13', grantee: true },
      'queued, case-consultation; by 2026-11-09 (court); promise 2026-11-24; urgent',
    ],
  ]);
});

async function highVolume(on: boolean): Promise<void> {
  const { status } = await app.call('/api/v1/settings/high-volume', { method: 'PUT', key, body: { on } });
  expect(status).toBe(200);
}

describe('otherwise nobody is put first', () => {
  decisions([
    [{ grantee: true }, PROMISED],
    [{ passed: ['defined', 'visas'] }, PROMISED],
  ]);
});
