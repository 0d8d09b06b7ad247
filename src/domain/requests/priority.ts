export type Priority = 'urgent' | 'high' | 'normal';

/**
 * Urgent comes first always; at high volume three groups come before the rest, unranked among themselves:
 * OVC grantees, court or filing deadlines, people who completed trainings (page 002).
 */
export function priorityOf(facts: {
  urgent: boolean;
  ovcGrantee: boolean;
  hasCourtDeadline: boolean;
  completedTraining: boolean;
  highVolume: boolean;
  groups: readonly string[];
}): Priority {
  if (facts.urgent) return 'urgent';
  if (!facts.highVolume) return 'normal';
  const first =
    (facts.ovcGrantee && facts.groups.includes('ovc-grantee')) ||
    (facts.hasCourtDeadline && facts.groups.includes('court-or-filing-deadline')) ||
    (facts.completedTraining && facts.groups.includes('completed-training'));
  return first ? 'high' : 'normal';
}
