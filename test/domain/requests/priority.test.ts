import { describe, expect, test } from '@jest/globals';
import { priorityOf } from '../../../src/domain/requests/priority.js';

const groups = ['ovc-grantee', 'court-or-filing-deadline', 'completed-training'];
const nobody = { urgent: false, ovcGrantee: false, hasCourtDate: false, completedTraining: false };

describe('who comes first', () => {
  test.each([
    ['an OVC grantee at high volume', { ovcGrantee: true }, true, 'high'],
    ['a court or filing date at high volume', { hasCourtDate: true }, true, 'high'],
    ['somebody who completed a training, at high volume', { completedTraining: true }, true, 'high'],
    ['anybody else at high volume', {}, true, 'normal'],
    ['an OVC grantee otherwise', { ovcGrantee: true }, false, 'normal'],
    ['an urgent request, whatever the volume', { urgent: true }, false, 'urgent'],
    ['an urgent request of an OVC grantee', { urgent: true, ovcGrantee: true }, true, 'urgent'],
  ])('%s', (_name, facts, highVolume, priority) => {
    expect(priorityOf({ ...nobody, ...facts, highVolume, groups })).toBe(priority);
  });

  test('a program may leave a group out', () => {
    const facts = { ...nobody, ovcGrantee: true, highVolume: true };
    expect(priorityOf({ ...facts, groups: ['completed-training'] })).toBe('normal');
  });
});
