import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isCode, SECURITY_EVENTS, SECURITY_KINDS } from '../../../src/domain/security/security-events.js';
import { projectRoot } from '../../../src/project-root.js';

describe('the sheet of security events', () => {
  test('every kind is written somewhere', () => {
    const code = sources(
      join(projectRoot, 'src/usecases'),
      join(projectRoot, 'src/cli'),
      join(projectRoot, 'src/adapters'),
    );
    expect(SECURITY_KINDS.filter((kind) => !code.includes(`kind: '${kind}'`))).toEqual([]);
  });

  test('every kind is found under something', () => {
    expect(Object.values(SECURITY_EVENTS).filter(({ group }) => !group)).toEqual([]);
  });

  test.each([
    ['user:0b0e1b1e-2e8a-4c0a-9a43-2f6a4f3c9f10', true],
    ['2026-11-02T18:00:00.000Z', true],
    ['/api/v1/ta-requests/:id/decisions', true],
    ['second-factor', true],
    [['read', 'write'], true],
    [12, true],
    [null, true],
    ['ana.ortiz@legal-aid.example', false],
    ['Ana Ortiz', false],
    [['read', 'Ana Ortiz'], false],
    [{ name: 'Ana' }, false],
    ['x'.repeat(121), false],
  ])('%j is an id, a code or a count: %s', (value, expected) => {
    expect(isCode(value)).toBe(expected);
  });
});

function sources(...folders: string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    .join('\n');
}
