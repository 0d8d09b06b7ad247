import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What files written now are dated with: the machine's own clock, also where the tests' is moved. */
export function fileClock(): number {
  const made = mkdtempSync(join(tmpdir(), 'file-clock-'));
  const { mtimeMs } = statSync(made);
  rmSync(made, { recursive: true });
  return mtimeMs;
}
