import { describe, expect, test } from '@jest/globals';
import { loadProgram } from '../../../src/adapters/program/load-program.js';

describe('the program that comes with the desk', () => {
  test('has no problems', () => {
    expect(() => loadProgram('program')).not.toThrow();
  });

  test('holds the numbers of the source pages', () => {
    const { program, versionId } = loadProgram('program');
    expect(versionId).toMatch(/^[0-9a-f]{16}$/);
    expect(program.clock.promiseBusinessDays).toBe(15);
    expect(program.organization).toMatchObject({ hotline: '1-888-539-2373', responseLine: '888-539-2373' });
    expect(program.prerequisites).toEqual({
      courses: ['human-trafficking-defined', 't-visas-part-1'],
      reminderDays: [3, 7, 14, 30],
      lapseDays: 60,
    });
    expect(program.callSeries.map(({ firstDate, startsAt }) => [firstDate, startsAt])).toEqual([
      ['2025-02-05', '12:00'],
      ['2016-03-24', '12:00'],
    ]);
  });
});
