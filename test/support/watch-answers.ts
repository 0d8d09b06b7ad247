import { existsSync, readFileSync } from 'node:fs';
import { UNDESCRIBED } from '../../src/api/http/check-answers.js';

/** For a desk in this process: what it answers otherwise than described makes its test file fail when it closes. */
export function watchAnswers(): { found: string[]; note(difference: string): void; allAsDescribed(): void } {
  const found: string[] = [];
  return {
    found,
    note: (difference) => void found.push(difference),
    allAsDescribed: () => allAsDescribed(found),
  };
}

export function allAsDescribed(differences: readonly string[]): void {
  if (differences.length === 0) return;
  const all = [...new Set(differences)].map((one) => `  ${one}`).join('\n');
  throw new Error(`The API answered otherwise than its document says:\n${all}`);
}

/** What a web process of its own has logged. */
export function undescribedIn(log: string): string[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').split('\n');
  return lines.filter((line) => line.includes(UNDESCRIBED)).map((line) => JSON.parse(line).answer);
}
