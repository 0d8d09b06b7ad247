export type Priority = 'urgent' | 'high' | 'normal';

/** Why a request comes before others, as the program names its groups. */
export const PRIORITY_GROUPS = ['ovc-grantee', 'court-or-filing-deadline', 'completed-training'] as const;
export type PriorityGroup = (typeof PRIORITY_GROUPS)[number];

interface PriorityFacts {
  urgent: boolean;
  ovcGrantee: boolean;
  hasCourtDate: boolean;
  completedTraining: boolean;
  highVolume: boolean;
  groups: readonly string[];
}

/**
 * Urgent comes first always; at high volume three groups come before the rest, unranked among themselves:
 * OVC grantees, court or filing dates, people who completed trainings (page 002).
 */
export function priorityOf(facts: PriorityFacts): Priority {
  if (facts.urgent) return 'urgent';
  return groupsOf(facts).length > 0 ? 'high' : 'normal';
}

/** The groups it is in that count now; none while volume is not high. */
export function groupsOf(facts: Omit<PriorityFacts, 'urgent'>): PriorityGroup[] {
  if (!facts.highVolume) return [];
  const isIn: Record<PriorityGroup, boolean> = {
    'ovc-grantee': facts.ovcGrantee,
    'court-or-filing-deadline': facts.hasCourtDate,
    'completed-training': facts.completedTraining,
  };
  return PRIORITY_GROUPS.filter((group) => isIn[group] && facts.groups.includes(group));
}
