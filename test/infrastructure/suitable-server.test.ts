import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { applyMigrations } from '../../src/adapters/database/migrate.js';
import { whyServerUnsuitable, whyUnsuitable } from '../../src/adapters/database/suitable-server.js';
import { postgres } from '../../src/cli/doctor.js';
import { checkDatabase } from '../../src/laptop/supervisor/checks.js';

test.each([
  [180_000, '18.0', 'UTF8', null],
  [170_000, '17.0', 'UTF8', null],
  [160_010, '16.10 (Debian 16.10-1)', 'UTF8', /PostgreSQL 16\.10 .* is too old.* 17 or newer/],
  [90_624, '9.6.24', 'UTF8', /9\.6\.24 is too old/],
  [170_004, '17.4', 'SQL_ASCII', /SQL_ASCII.*UTF8/],
])('a server %d (%s, %s)', (version, shown, encoding, words) => {
  const why = whyUnsuitable({ version, shown, encoding });
  if (words === null) expect(why).toBeNull();
  else expect(why).toMatch(words);
});

test('the server is asked once', async () => {
  const asked: string[] = [];
  const client = {
    query: async (sql: string) => {
      asked.push(sql);
      return { rows: [{ version: 160_000, shown: '16.0', encoding: 'UTF8' }] };
    },
  };
  expect(await whyServerUnsuitable(client as never)).toContain('16.0 is too old');
  expect(asked).toHaveLength(1);
});

describe('an old server is refused by', () => {
  const old = { version: 160_000, shown: '16.0', encoding: 'UTF8' };
  const url = 'postgres://127.0.0.1:1/desk';
  const words = /16\.0 is too old/;
  beforeEach(() => {
    const { prototype } = pg.Client;
    jest.spyOn(prototype, 'connect').mockImplementation(async () => undefined);
    jest.spyOn(prototype, 'end').mockImplementation(async () => undefined);
    jest.spyOn(prototype, 'query').mockImplementation(async () => ({ rows: [old] }));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('the migration', () => expect(applyMigrations(url)).rejects.toThrow(words));
  test('the start', () => expect(checkDatabase(url)).rejects.toThrow(words));
  test('the doctor', async () => {
    const db = { $queryRaw: async () => [old] };
    expect(await postgres({ db } as never)).toEqual(['wrong', 'postgresql', expect.stringMatching(words)]);
  });
});
