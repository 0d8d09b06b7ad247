export type Priority = 'urgent' | 'high' | 'normal';

/**
 * Urgent comes first always; at high volume three groups come before the rest, unranked among themselves:
 * OVC grantees, court or filing dates, people who completed trainings (page 002).
 */
export function priorityOf(facts: {
  urgent: boolean;
  ovcGrantee: boolean;
  hasCourtDate: boolean;
  completedTraining: boolean;
  highVolume: boolean;
  groups: readonly string[];
}): Priority {
  if (facts.urgent) return 'urgent';
  if (!facts.highVolume) return 'normal';
  const first =
    (facts.ovcGrantee && facts.groups.includes('ovc-grantee')) ||
    (facts.hasCourtDate && facts.groups.includes('court-or-filing-deadline')) ||
    (facts.completedTraining && facts.groups.includes('completed-training'));
  return first ? 'high' : 'normal';
}
