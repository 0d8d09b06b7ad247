import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { transform } from '@swc/core';

/** A process reads its zone once, so each host zone gets a process of its own. */
const PROBE = `
import { createCalendar } from './time/calendar.js';
import { readClock } from './time/clock.js';
import { formatPair } from './time/format.js';

const calendar = createCalendar({
  zone: 'America/Los_Angeles',
  officeHours: { opens: '09:00', closes: '17:00' },
  federalHolidays: true,
  holidays: [],
  closures: [{ date: '2027-03-15', name: 'Move', enteredAt: '2027-03-01T07:59:00.000Z', removedAt: null }],
});
const readings = [];
for (let hour = 0; hour < 366 * 24; hour += 7) {
  const at = new Date(Date.UTC(2027, 0, 1, hour)).toISOString();
  const resumed = new Date(Date.UTC(2027, 0, 4, hour + 5)).toISOString();
  const events = [{ type: 'started', at }, { type: 'paused', at }, { type: 'resumed', at: resumed }];
  readings.push(readClock({ calendar, events, promiseDays: 15, at: resumed }), formatPair(at));
}
console.log(JSON.stringify(readings));
`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-zone-'));
  await mkdir(join(folder, 'time'));
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'probe.js'), PROBE);
  const source = 'src/domain/time';
  for (const file of (await readdir(source)).filter((name) => name.endsWith('.ts'))) {
    const { code } = await transform(await readFile(join(source, file), 'utf8'), {
      filename: file,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    await writeFile(join(folder, 'time', file.replace(/\.ts$/, '.js')), code);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function readingsIn(TZ: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['probe.js'], {
    cwd: folder,
    env: { ...process.env, TZ, NODE_OPTIONS: '' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

test('the zone of the host does not matter', async () => {
  const utc = await readingsIn('UTC');
  expect(utc.length).toBeGreaterThan(100_000);
  for (const zone of ['Pacific/Kiritimati', 'America/New_York', 'Pacific/Pago_Pago']) {
    expect((await readingsIn(zone)) === utc).toBe(true);
  }
});
